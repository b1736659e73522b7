"""财务: claims, budgets, advances, large sums, funds sought from above. Approval is by the floor of approvals."""
