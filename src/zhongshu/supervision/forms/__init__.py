"""What people fill in. Forms check what they were given; rules and services decide."""
