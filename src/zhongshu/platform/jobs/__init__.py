"""Jobs 后台任务: work that need not be waited for."""
