"""The schemas that news feeds are held to, unchanged as IPTC publishes them; see NOTICE for their licences."""
