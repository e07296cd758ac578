<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>failures</name>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would succeed</source>
        <translation>
            <numerusform>%n would succeed</numerusform>
            <numerusform>%n would succeed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would fail again</source>
        <translation>
            <numerusform>%n would fail again</numerusform>
            <numerusform>%n would fail again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be told</source>
        <translation>
            <numerusform>%n cannot be told</numerusform>
            <numerusform>%n cannot be told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) before it was given up.</source>
        <translation>
            <numerusform>Tried once before it was given up.</numerusform>
            <numerusform>Tried %n times before it was given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has come back %n time(s).</source>
        <translation>
            <numerusform>Has come back once.</numerusform>
            <numerusform>Has come back %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service could not read it and wrapped it %n time(s); the original is shown.</source>
        <translation>
            <numerusform>The service could not read it and wrapped it; the original is shown.</numerusform>
            <numerusform>The service could not read it and wrapped it %n times; the original is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same failure was written %n time(s): the event was tried that often.</source>
        <translation>
            <numerusform>The same failure was written once.</numerusform>
            <numerusform>The same failure was written %n times: the event was tried that often.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>%n too late</numerusform>
            <numerusform>%n too late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::ActivityPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::ChannelsPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation>
            <numerusform>%n commit not pushed</numerusform>
            <numerusform>%n commits not pushed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind</source>
        <translation>
            <numerusform>%n commit behind</numerusform>
            <numerusform>%n commits behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::CommitDialog</name>
    <message numerus="yes">
        <source>The clone lacks %n commit(s) of the remote: bring it up to date first.</source>
        <translation>
            <numerusform>The clone lacks %n commit of the remote: bring it up to date first.</numerusform>
            <numerusform>The clone lacks %n commits of the remote: bring it up to date first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::ComparePane</name>
    <message numerus="yes">
        <source>%n differences with these data.</source>
        <translation>
            <numerusform>%n difference with these data.</numerusform>
            <numerusform>%n differences with these data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::ConnectionPanel</name>
    <message numerus="yes">
        <source>certificate valid for %n day(s)</source>
        <translation>
            <numerusform>certificate valid for %n day</numerusform>
            <numerusform>certificate valid for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid for %n minute(s)</source>
        <translation>
            <numerusform>valid for %n minute</numerusform>
            <numerusform>valid for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::DiscardDialog</name>
    <message numerus="yes">
        <source>Discard %n record(s)</source>
        <translation>
            <numerusform>Discard %n record</numerusform>
            <numerusform>Discard %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of %1 will be marked as handled. They stay where they are, and this can be taken back.</source>
        <translation>
            <numerusform>%n record of %1 will be marked as handled. They stay where they are, and this can be taken back.</numerusform>
            <numerusform>%n records of %1 will be marked as handled. They stay where they are, and this can be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::FailuresPage</name>
    <message numerus="yes">
        <source>%n consumer(s) stand still</source>
        <translation>
            <numerusform>%n consumer stands still</numerusform>
            <numerusform>%n consumers stand still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::FailuresTab</name>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are open again.</source>
        <translation>
            <numerusform>%n record is open again.</numerusform>
            <numerusform>%n records are open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) discarded.</source>
        <translation>
            <numerusform>%n record discarded.</numerusform>
            <numerusform>%n records discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) kept in %1, byte for byte.</source>
        <translation>
            <numerusform>%n record kept in %1, byte for byte.</numerusform>
            <numerusform>%n records kept in %1, byte for byte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open record(s) have less than a day left before Kafka removes them.</source>
        <translation>
            <numerusform>%n open record has less than a day left before Kafka removes it.</numerusform>
            <numerusform>%n open records have less than a day left before Kafka removes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::LedgerTab</name>
    <message numerus="yes">
        <source>%n record(s) are open again.</source>
        <translation>
            <numerusform>%n record is open again.</numerusform>
            <numerusform>%n records are open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::LettersTab</name>
    <message numerus="yes">
        <source>%1 dead letters wait in %n topic(s)</source>
        <translation>
            <numerusform>%1 dead letters wait in %n topic</numerusform>
            <numerusform>%1 dead letters wait in %n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s) were changed differently; they are marked with &lt;&lt;&lt;&lt;&lt;&lt;&lt; and &gt;&gt;&gt;&gt;&gt;&gt;&gt; for you to decide.</source>
        <translation>
            <numerusform>%n place was changed differently; it is marked with &lt;&lt;&lt;&lt;&lt;&lt;&lt; and &gt;&gt;&gt;&gt;&gt;&gt;&gt; for you to decide.</numerusform>
            <numerusform>%n places were changed differently; they are marked with &lt;&lt;&lt;&lt;&lt;&lt;&lt; and &gt;&gt;&gt;&gt;&gt;&gt;&gt; for you to decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::OverviewPage</name>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n broker</numerusform>
            <numerusform>%n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published</source>
        <translation>
            <numerusform>%n published</numerusform>
            <numerusform>%n published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation>
            <numerusform>%n commit not pushed</numerusform>
            <numerusform>%n commits not pushed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind</source>
        <translation>
            <numerusform>%n commit behind</numerusform>
            <numerusform>%n commits behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet published</source>
        <translation>
            <numerusform>%n not yet published</numerusform>
            <numerusform>%n not yet published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n changed since</numerusform>
            <numerusform>%n changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the database</source>
        <translation>
            <numerusform>%n only in the database</numerusform>
            <numerusform>%n only in the database</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with mistakes that stop a publish</source>
        <translation>
            <numerusform>%n with mistakes that stop a publish</numerusform>
            <numerusform>%n with mistakes that stop a publish</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No dead letters in %n topic(s).</source>
        <translation>
            <numerusform>No dead letters in %n topic.</numerusform>
            <numerusform>No dead letters in %n topics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::PreparationPane</name>
    <message numerus="yes">
        <source>HTML parsing changed %n pieces of template code. Click to go to your line.</source>
        <translation>
            <numerusform>HTML parsing changed %n piece of template code. Click to go to your line.</numerusform>
            <numerusform>HTML parsing changed %n pieces of template code. Click to go to your line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::PreviewPane</name>
    <message numerus="yes">
        <source>%n things from elsewhere were refused; a reader&apos;s mail program may do the same.</source>
        <translation>
            <numerusform>%n thing from elsewhere was refused; a reader&apos;s mail program may do the same.</numerusform>
            <numerusform>%n things from elsewhere were refused; a reader&apos;s mail program may do the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::SaveDialog</name>
    <message numerus="yes">
        <source>%n line(s) added or changed</source>
        <translation>
            <numerusform>%n line added or changed</numerusform>
            <numerusform>%n lines added or changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed or replaced</source>
        <translation>
            <numerusform>%n line removed or replaced</numerusform>
            <numerusform>%n lines removed or replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::SendDialog</name>
    <message numerus="yes">
        <source>%n topics</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay %n record(s) to %1</source>
        <translation>
            <numerusform>Replay %n record to %1</numerusform>
            <numerusform>Replay %n records to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n notification(s) again</source>
        <translation>
            <numerusform>Send %n notification again</numerusform>
            <numerusform>Send %n notifications again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would succeed now</source>
        <translation>
            <numerusform>%n would succeed now</numerusform>
            <numerusform>%n would succeed now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would fail again</source>
        <translation>
            <numerusform>%n would fail again</numerusform>
            <numerusform>%n would fail again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be told</source>
        <translation>
            <numerusform>%n cannot be told</numerusform>
            <numerusform>%n cannot be told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n s</source>
        <translation>
            <numerusform>takes about %n s</numerusform>
            <numerusform>takes about %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n min</source>
        <translation>
            <numerusform>takes about %n min</numerusform>
            <numerusform>takes about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 would be delivered once more, to %n recipient(s).</source>
        <translation>
            <numerusform>%1 would be delivered once more, to %n recipient.</numerusform>
            <numerusform>%1 would be delivered once more, to %n recipients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::SendForm</name>
    <message numerus="yes">
        <source>Leave out %n that would fail again</source>
        <translation>
            <numerusform>Leave out the one that would fail again</numerusform>
            <numerusform>Leave out the %n that would fail again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TargetPicker</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TemplateActions</name>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TemplateNameDialog</name>
    <message numerus="yes">
        <source>Write the new name there too (%n places)</source>
        <translation>
            <numerusform>Write the new name there too (%n place)</numerusform>
            <numerusform>Write the new name there too (%n places)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TemplatesPage</name>
    <message numerus="yes">
        <source>Publish %n templates</source>
        <translation>
            <numerusform>Publish %n template</numerusform>
            <numerusform>Publish %n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows from the database…</source>
        <translation>
            <numerusform>Delete %n row from the database…</numerusform>
            <numerusform>Delete %n rows from the database…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet published</source>
        <translation>
            <numerusform>%n not yet published</numerusform>
            <numerusform>%n not yet published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows from the database</source>
        <translation>
            <numerusform>Delete %n row from the database</numerusform>
            <numerusform>Delete %n rows from the database</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The console ended with unsaved texts: %n file(s).</source>
        <translation>
            <numerusform>The console ended with unsaved texts: %n file.</numerusform>
            <numerusform>The console ended with unsaved texts: %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n templates at Diia again</source>
        <translation>
            <numerusform>Register %n template at Diia again</numerusform>
            <numerusform>Register %n templates at Diia again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TraceTab</name>
    <message numerus="yes">
        <source>Looked through %n topic(s), %1 records</source>
        <translation>
            <numerusform>Looked through %n topic, %1 records</numerusform>
            <numerusform>Looked through %n topics, %1 records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n with a failure</source>
        <translation>
            <numerusform>%1, %n with a failure</numerusform>
            <numerusform>%1, %n with a failure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::TraceTree</name>
    <message numerus="yes">
        <source>delivered %n time(s)</source>
        <translation>
            <numerusform>delivered %n time</numerusform>
            <numerusform>delivered %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>replay</name>
    <message numerus="yes">
        <source>Also send %n whose sender waited for a reply</source>
        <translation>
            <numerusform>Also send the one whose sender waited for a reply</numerusform>
            <numerusform>Also send the %n whose sender waited for a reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that came back too often</source>
        <translation>
            <numerusform>Also send the one that came back too often</numerusform>
            <numerusform>Also send the %n that came back too often</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n whose event is a dead letter, too</source>
        <translation>
            <numerusform>Also send the one whose event is a dead letter, too</numerusform>
            <numerusform>Also send the %n whose event is a dead letter, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n whose event was sent back since</source>
        <translation>
            <numerusform>Also send the one whose event was sent back since</numerusform>
            <numerusform>Also send the %n whose event was sent back since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that come too late</source>
        <translation>
            <numerusform>Also send the one that comes too late</numerusform>
            <numerusform>Also send the %n that come too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that somebody already got and would get again</source>
        <translation>
            <numerusform>Also send the one that somebody already got and would get again</numerusform>
            <numerusform>Also send the %n that somebody already got and would get again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that were sent again before</source>
        <translation>
            <numerusform>Also send the one that was sent again before</numerusform>
            <numerusform>Also send the %n that were sent again before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n of which nobody can tell who already got them</source>
        <translation>
            <numerusform>Also send the one of which nobody can tell who already got it</numerusform>
            <numerusform>Also send the %n of which nobody can tell who already got them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timewords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
</TS>
