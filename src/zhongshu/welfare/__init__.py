"""Services to employees 职工服务: what is asked of the agencies of pension, health and housing fund, by their calendar."""
