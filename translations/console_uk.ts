<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en_US">
<context>
    <name>cli</name>
    <message>
        <source> (%1 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2 records: %3 open, %4 sent back, %5 returned, %6 discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 open)  %3  %4  %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 open)  %3 … %4  %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deliveries in %2 audit records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a production profile. Publish to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a production profile. Send records back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a production profile: confirm with --yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs --sasl-mechanism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs --username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 records matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records are open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records of %2 looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records of audit-events could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent back, %2 left out, %3 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 templates in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to create, %2 to update, %3 unchanged, %4 only in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be sent back, %2 left out, %3 cannot go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1: there is no file %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1: there is no folder %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--all goes with neither --offsets nor --filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--bootstrap names no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--bootstrap: “%1” is not host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by-topic goes with --jsonl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--cert and --key belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--database is host=… dbname=… user=…, or postgresql://user@host/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--database is libpq&apos;s own form: host=… dbname=… user=…, or postgresql://user@host/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--database is not a valid URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--database: leave the password out, it is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--exact and --mask contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--exact goes with --format json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is json, value or raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--header takes NAME=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--isolation is read_committed or read_uncommitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json and --format %1 contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key, --header and --null do not go with --jsonl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang is uk or en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--limit is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--limit takes a number from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--only takes CHANNEL/NAME, not “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--partition takes a number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--partition takes a number from 0, or “any”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--port is a number from 1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--rate is a number of records a second, above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--resume goes with --again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--sasl-mechanism and --username need --security SASL_SSL or SASL_PLAINTEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--schema-registry is not an http or https URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set %1: passwords are asked for, or read with --password-stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set “%1” is not KEY=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--state is open, replayed, returned or discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--type is internal or external</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--url is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--via is database or service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also delete rows that have no directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates taken over from the key store: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database password (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End with 5 when something would be created or updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors: %1, warnings: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GROUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its private keys were not: Java encrypts them in a way of its own. Convert them with “keytool -importkeystore -srckeystore %1 -destkeystore client.p12 -deststoretype PKCS12” and give the result with --pkcs12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON object with the recipient&apos;s parameters (“-” reads it from stdin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Java trust store: its certificates are taken over as PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka&apos;s own topics, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEADER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the templates that stand in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEMBERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change: %1 is so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this template; may be given several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PARTITION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PARTITIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLAIN, SCRAM-SHA-256, SCRAM-SHA-512</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLAINTEXT (without it), SSL, SASL_SSL, SASL_PLAINTEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PURPOSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL: host=… dbname=… user=… or a URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish in spite of problems whatever the platform&apos;s publisher would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish templates to the database as the platform&apos;s publisher would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECORDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLICAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SASL user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SETTING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSL and SASL listeners with made-up users as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a publish would do, template by template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema registry password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what changes as a unified diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOPIC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active profile is now “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration cannot be seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger knows nothing of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” and its passwords are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is stored. “notifyctl profiles test %1” tries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox in %1 is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is stopped; its data stay in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dead-letter topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain here: its passwords are encrypted in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile yet; “notifyctl profiles add” makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sandbox in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sandbox was made with --empty and stays so; “sandbox reset” makes room for the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TopicName, RecordName, TopicRecordName</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: notifyctl COMMAND [OPTIONS]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way to go (database)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1, partition %2, offset %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[production]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[read-only]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a schema registry as well (142 MB, fetched once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all open ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also records that have come back too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also records that were handled before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also records whose sender waited for a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any further setting of librdkafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most this many records a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most this many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginning, end, an offset, -N for the newest N, @TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes    %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificates to trust, PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes ask for confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client certificate and key as PKCS#12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client certificate, PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clone of the registry regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clone of the registry&apos;s configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster %1, brokers %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completion is there for bash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consumer group, where one is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead letters with origin, cause and state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead-letter topics and what became of their records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every entry, not only the latest state of each record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything that is wrong in a regulation&apos;s templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit 3 for warnings too, not only for errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures by reason, channel and template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of profiles and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either --jks or --ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either --pkcs12 or --cert and --key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with new records until Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on with a run of --again that was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group them by cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has come back more than %1 times (--force sends it anyway)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide tax numbers, email addresses and telephone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long, like 500ms, 30s, 5m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal (the platform&apos;s server) or external</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its port: 25 or 587 (STARTTLS), 465 (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sender waited for a reply (--with-replies sends it anyway)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json (usual), value: one a line, raw: the bytes untouched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key of the client certificate, PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a profile the active one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks dead letters as handled, or takes that back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name --type internal or --type external</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name --url (or --remove)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a command; “notifyctl --help” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a topic, or say --by-topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the file with -o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no record passed the filter in time (%1 looked at)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value (a tombstone), stdin is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words on stderr but errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be changed through this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offer it for review: to refs/for/&lt;branch&gt; with Gerrit, else to a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON object a line on stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one profile, without its passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one topic: partitions with watermarks, configuration, groups with state and lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only print what would change, as a unified diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only says what would happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those that failed for good and left no dead letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those written since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, replayed, returned or discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print only the checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print shell lines that name the running sandbox&apos;s parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the completion script: source &lt;(notifyctl completion bash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profiles; the active one has a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>push to refs/for/&lt;branch&gt; even if the remote does not look like Gerrit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read passwords from stdin, a line each: Kafka, key, schema registry, database (those that apply)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read_committed (usual) or read_uncommitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records from stdin, one JSON object a line, as “topics read” writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records of a topic; without --from the newest 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records that pass this filter, like &apos;recipients[*].id = ann&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a profile and its passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>render what stands in the database instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say where the sandbox is and whether it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which records: --offsets or --filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which records: --offsets, --filter or --all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why with --reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanned  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sender and user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends dead letters back, each exactly once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start a private PostgreSQL and Kafka with a demo registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop after N records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop the sandbox and delete its data; the next “sandbox up” begins anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop the sandbox, keep its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store a connection; passwords are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables and topics without rows and records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the channel out of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates of a regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of Diia&apos;s API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the branch to push to (else the one that the clone follows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clone of the registry&apos;s configuration (else the profile&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the commit&apos;s message (else proposed from the change)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exact bytes that would be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the external server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file; - is stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record&apos;s key; none without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command “%1”; “notifyctl --help” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option “%1”; “notifyctl %2 --help” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option “%1”; “notifyctl --help” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this partition only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this partition; any: the one that Java&apos;s partitioner takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the original partition, also where a key is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to this topic instead of where they came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics with their purpose, records, consumer groups and lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try a profile&apos;s servers and folders; exit code 1 when something fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unwrapped; sent without __TypeId__, because nobody knows which one this topic expects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to this offset or @TIME, exclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name or API key of the schema registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values as text or base64 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values as text or base64 only, so that “produce --jsonl” gives back the same bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for the first record that passes a filter; exit 4 when time runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a recipient would get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a template reads of its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what became of each recipient and channel, from audit-events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was done with the records of a dead-letter topic, by whom and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why; stands in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --jsonl: each to its own topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without transactions, with a ledger of this computer only; a crash may send twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words for people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work with this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write one record (its value from stdin), or records from JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write there instead of stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes dead letters to a file, losing nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a production profile: add --yes to write there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing; “notifyctl %2 --help” explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one argument too many; “notifyctl %2 --help” explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a further word; “notifyctl %1 --help” lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“--data FILE” is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Notification templates, channels, topics and failures of a registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile to work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of settings and profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the window on the sandbox and leave a picture of each step in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang is uk or en</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · GPL-3.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ActivityPage</name>
    <message>
        <source>Copy selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what was done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done here yet. What you publish, replay or commit is written down here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::Card</name>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ConfirmDialog</name>
    <message>
        <source>This is production. Type “%1” to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::DataTable</name>
    <message>
        <source>Copy cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows with titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::DiffView</name>
    <message>
        <source>No differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::LineView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::MainWindow</name>
    <message>
        <source>%1 — Registry Notification Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::OverviewPage</name>
    <message>
        <source>Refresh everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the brokers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the clone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the channels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the templates with the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting dead letters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile says which Kafka, database and clones belong to a registry. To look around first, start the sandbox: a private PostgreSQL and Kafka with a demo registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile says which Kafka, database and clones belong to a registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile names no Kafka servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a leader: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly down</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This profile names no database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n published</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This profile names no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile names no registry configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform&apos;s own server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diia: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox: needs no settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a regulation folder and a database in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not yet published</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the database</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with mistakes that stop a publish</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all published</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No dead letters in %n topic(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::Page</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::PageHeader</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ProfileForm</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production: the profile&apos;s name must be typed before anything is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key&apos;s password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile names nothing that could be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the profile “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its passwords are removed from the keychain, too. The servers and clones stay as they are. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ServerStatus</name>
    <message>
        <source>%1: not in this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: connected, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the detail of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows with titles, for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::StateView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::TaskBar</name>
    <message>
        <source>No tasks running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::TaskItem</name>
    <message>
        <source>cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::TimelineChart</name>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letters of the last days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::TopBar</name>
    <message>
        <source>%1 — %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nc::gui::PlaceholderPage</name>
    <message>
        <source>This build leaves this page out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>servers</name>
    <message>
        <source>brokers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed in the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would succeed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would fail again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notifications resent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test letter sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sandbox started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sandbox stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>Publishing templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning the publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaying records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying out a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking records as discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading failed deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resending notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following new records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing Diia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the ledger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timewords</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
