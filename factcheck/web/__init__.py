"""The browser's door: requests in, pages and fragments out. Views decide who may, services do the work."""
