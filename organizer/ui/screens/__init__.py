"""The screens: columns, form and kind of each record, and the pages that are not lists."""
