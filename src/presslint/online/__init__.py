"""Follows links on the web. Imported only by a run that was asked to: it needs aiohttp, of the extra ``online``."""
