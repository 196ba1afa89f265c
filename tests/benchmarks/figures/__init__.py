"""What is measured: each module measures one work, of quern and of others."""
