"""The roof: settings, addresses and the server's entry. The only floor that knows every other."""
