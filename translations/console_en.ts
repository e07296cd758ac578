<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
            <numerusform>%n consumer stand still</numerusform>
            <numerusform>%n consumers stand still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::LetterDetail</name>
    <message numerus="yes">
        <source>Tried %n time(s) before it was given up.</source>
        <translation>
            <numerusform>Tried %n time before it was given up.</numerusform>
            <numerusform>Tried %n times before it was given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has come back %n time(s).</source>
        <translation>
            <numerusform>Has come back %n time.</numerusform>
            <numerusform>Has come back %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service could not read it and wrapped it %n time(s); the original is shown.</source>
        <translation>
            <numerusform>The service could not read it and wrapped it %n time; the original is shown.</numerusform>
            <numerusform>The service could not read it and wrapped it %n times; the original is shown.</numerusform>
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
        <source>%n changed file(s)</source>
        <translation>
            <numerusform>%n changed file</numerusform>
            <numerusform>%n changed files</numerusform>
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
    <name>nc::ReplayDialog</name>
    <message numerus="yes">
        <source>Replay %n record(s)</source>
        <translation>
            <numerusform>Replay %n record</numerusform>
            <numerusform>Replay %n records</numerusform>
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
</context>
</TS>
