"""督查行动: inspections with a team, their methods, findings, conclusions, and the review of a conclusion."""
