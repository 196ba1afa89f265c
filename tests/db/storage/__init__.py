"""Schema ``storage``.

- ``test_objects`` files that people uploaded: what is refused, and who sees and removes them
- ``test_downloads`` files that the installation downloads: the same
"""
