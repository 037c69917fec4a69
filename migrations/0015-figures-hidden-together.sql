-- What was kept before was hidden period by period, and tells of few people. The next night reckons it again.
delete from assurance_report;
