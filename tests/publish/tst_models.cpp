#include "authoring/problemmodel.h"
#include "authoring/templatedraft.h"
#include "authoring/templatetree.h"
#include "core/errors.h"
#include "core/itemroles.h"
#include "preview/draftcheck.h"
#include "preview/sampledata.h"
#include "preview/samplesets.h"
#include "publish/plan/planmodel.h"
#include "publish/plan/planner.h"
#include "sources.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

TemplateDirectory directory(Channel channel, const QString& name)
{
    return {{channel, name}, u"/r/"_s + name};
}

Problem problem(Severity severity, int line)
{
    Problem made;
    made.severity = severity;
    made.lint = u"syntax"_s;
    made.line = line;
    made.path = u"/r/x/notification.ftlh"_s;
    return made;
}

QString words(const Error& error)
{
    return error.id();
}

TemplateVariable variable(
    const QString& name, bool optional = false, TemplateVariable::Kind kind = TemplateVariable::Kind::Scalar)
{
    TemplateVariable made;
    made.name = name;
    made.kind = kind;
    made.optional = optional;
    return made;
}

void put(const QString& path, const QByteArray& bytes)
{
    QVERIFY(writeFile(path, bytes));
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tree()
    {
        TemplateTree tree;
        QAbstractItemModelTester tester(&tree, fatal);
        tree.setTemplates(
            {directory(Channel::Email, u"a"_s), directory(Channel::Email, u"b"_s), directory(Channel::Diia, u"a"_s)});
        QCOMPARE(tree.rowCount(), 2);
        QCOMPARE(tree.rowCount(tree.index(0, 0)), 2);
        QCOMPARE(tree.templateCount(), 3);
        const QModelIndex b = tree.indexOf(u"email/b"_s);
        QCOMPARE(b.data(TemplateTree::Key).toString(), u"email/b"_s);
        QCOMPARE(tree.directoryAt(b)->path, u"/r/b"_s);
        QVERIFY(!tree.directoryAt(b.parent()));
        tree.setProblems({Channel::Email, u"b"_s}, {problem(Severity::Error, 1), problem(Severity::Warning, 2)});
        QCOMPARE(b.data(roles::Tone).toInt(), int(Tone::Error));
        QCOMPARE(b.parent().data(TemplateTree::Errors).toInt(), 1);
        QCOMPARE(tree.errorCount(), 1);
        tree.setPlan(makePlan({source(u"email/b"_s)}, {}));
        QCOMPARE(b.siblingAtColumn(1).data(roles::State).toString(), u"create"_s);
        QVERIFY(!tree.indexOf(u"email/a"_s).siblingAtColumn(1).data(roles::State).isValid());
        // Reading anew keeps what is known of those that stay.
        tree.setTemplates({directory(Channel::Email, u"b"_s), directory(Channel::Inbox, u"c"_s)});
        QCOMPARE(tree.indexOf(u"email/b"_s).data(TemplateTree::Errors).toInt(), 1);
        QVERIFY(!tree.indexOf(u"email/a"_s).isValid());
        tree.clearPlan();
        QVERIFY(!tree.indexOf(u"email/b"_s).siblingAtColumn(1).data(roles::State).isValid());
    }

    void problemsKeepTheRowsThatStay()
    {
        ProblemModel model(words);
        QAbstractItemModelTester tester(&model, fatal);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setProblems({problem(Severity::Error, 1), problem(Severity::Error, 5), problem(Severity::Warning, 9)});
        QCOMPARE(inserted.size(), 1);
        const QPersistentModelIndex last(model.index(2, 0));
        model.setProblems({problem(Severity::Error, 1), problem(Severity::Error, 6), problem(Severity::Info, 7),
            problem(Severity::Warning, 9)});
        QCOMPARE(removed.size(), 1);
        QVERIFY(last.isValid());
        QCOMPARE(last.row(), 3);
        QCOMPARE(model.index(2, ProblemModel::PlaceColumn).data().toString(), u"notification.ftlh:7"_s);
        QCOMPARE(model.index(2, 0).data(roles::Tone).toInt(), int(Tone::Neutral));
        model.setProblems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void planChoosesWhatCanBePublished()
    {
        PlanModel model({words, [](const PlanItem& item) { return wordsFor(item.changes).join(u' '); },
            [](const TemplateOrigin& origin) { return origin.commit; }});
        QAbstractItemModelTester tester(&model, fatal);
        PublishSource flawed = source(u"email/flawed"_s);
        flawed.problems = {problem(Severity::Error, 1)};
        PublishSource broken = source(u"email/broken"_s);
        broken.failure = Error{errors::notFound, {}, {}};
        TemplateRow row;
        row.channel = u"inbox"_s;
        row.name = u"old"_s;
        const PublishPlan plan = makePlan({source(u"email/a"_s), flawed, broken, source(u"email/b"_s)}, {row});
        model.setPlan(plan);
        QCOMPARE(model.chosen(), (QStringList{u"email/a"_s, u"email/b"_s}));
        QVERIFY(model.chosenDeletions().isEmpty());
        // Its problems, overridden; the broken one cannot be chosen.
        for (int i = 0; i < model.rowCount(); ++i)
            model.setData(model.index(i, 0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(model.chosen(), (QStringList{u"email/a"_s, u"email/b"_s, u"email/flawed"_s}));
        QCOMPARE(model.chosenDeletions(), QStringList{u"inbox/old"_s});
        model.setChosen(0, false);
        model.setPlan(plan, true);
        QCOMPARE(model.chosen(), QStringList{u"email/b"_s});
        model.begin();
        const QModelIndex result = model.index(1, PlanModel::ResultColumn);
        QCOMPARE(model.index(1, PlanModel::NameColumn).data().toString(), u"b"_s);
        QCOMPARE(result.data(roles::State).toString(), u"waiting"_s);
        model.setOutcomes({{u"email"_s, u"b"_s, PublishResult::Failed, {}, Error{errors::timedOut, {}, {}}}});
        QCOMPARE(result.data(roles::State).toString(), u"failed"_s);
        QCOMPARE(result.data(roles::Tone).toInt(), int(Tone::Error));
        QCOMPARE(result.data(Qt::ToolTipRole).toString(), u"core.timed-out"_s);
        // What failed may be tried again, what is done may not.
        QCOMPARE(model.chosen(), QStringList{u"email/b"_s});
        model.setOutcomes({{u"email"_s, u"b"_s, PublishResult::Created, u"id"_s, {}}});
        QCOMPARE(model.chosen(), QStringList());
        QVERIFY(!(model.flags(model.index(1, 0)) & Qt::ItemIsUserCheckable));
    }

    void sampleHasAllThatIsRead()
    {
        const QList<TemplateVariable> variables{variable(u"name"_s), variable(u"a.b.c"_s),
            variable(u"items"_s, false, TemplateVariable::Kind::List), variable(u"items[].title"_s),
            variable(u"items[].price"_s), variable(u"maybe"_s, true),
            variable(u"tags"_s, false, TemplateVariable::Kind::List)};
        const QByteArray json = sampledata::generate(variables);
        const SampleFindings findings = compareSample(variables, json);
        QCOMPARE(findings.missing, QStringList());
        QCOMPARE(findings.unused, QStringList());
        QCOMPARE(QJsonDocument::fromJson(json).object()[u"items"][0][u"title"].toString(), u"title"_s);
        const SampleFindings lacking = compareSample(variables, R"({"name":1,"items":[{"title":1}],"x":2,"tags":[]})");
        QCOMPARE(lacking.missing, (QStringList{u"a.b.c"_s, u"items[].price"_s}));
        QCOMPARE(lacking.unused, QStringList{u"x"_s});
        QVERIFY(compareSample(variables, "{\"a\":").badAt >= 0);
        QVERIFY(compareSample(variables, "[]").badAt >= 0);
    }

    void whatTheDataLackAndHaveTooMuch()
    {
        using Kind = TemplateVariable::Kind;
        TemplateVariable whole = variable(u"map"_s, false, Kind::Object);
        whole.whole = true;
        const QList<TemplateVariable> variables{variable(u"user"_s, false, Kind::Object), variable(u"user.name"_s),
            variable(u"list"_s, true, Kind::List), variable(u"list[].t"_s), variable(u"rows"_s, false, Kind::List),
            variable(u"rows[]"_s, false, Kind::List), variable(u"rows[][].z"_s), whole,
            variable(u"recipientRoles"_s, false, Kind::List)};
        // Only the innermost is said; what an optional list would hold is not asked for.
        QCOMPARE(compareSample(variables, "{}").missing, (QStringList{u"user.name"_s, u"rows[][].z"_s, u"map"_s}));
        const QByteArray json = R"({"user":{"name":1,"age":{"x":1}},"list":[{"t":1,"u":2},{"t":1,"u":3}],
            "rows":[[{"z":1}],[{"z":1,"y":1}]],"map":{"a":{"b":1}},"recipientRoles":[]})";
        const SampleFindings findings = compareSample(variables, json);
        QCOMPARE(findings.missing, QStringList());
        QCOMPARE(findings.unused, (QStringList{u"list[].u"_s, u"rows[][].y"_s, u"user.age"_s}));
        const auto completed = sampledata::completed(
            R"({"list":[{"u":2},{"u":3}],"map":{}})", variables, {u"user.name"_s, u"rows[][].z"_s, u"list[].t"_s});
        QVERIFY(completed);
        QCOMPARE(compareSample(variables, *completed).missing, QStringList());
        QCOMPARE(QJsonDocument::fromJson(*completed).object()[u"list"][1][u"u"].toInt(), 3);
        QCOMPARE(compareSample(variables, sampledata::generate(variables)).missing, QStringList());
    }

    void sampleSetsAreKept()
    {
        QTemporaryDir folder;
        const SampleSets samples(folder.path(), u"/r"_s);
        const TemplateKey key{Channel::Email, u"../odd name"_s};
        QCOMPARE(samples.list(key), QList<SampleSet>());
        QCOMPARE(samples.load(key, u"a"_s).error().id(), u"publish.no-such-sample"_s);
        QVERIFY(samples.save(key, u"Звичайний"_s, "{\"a\":1}"));
        QVERIFY(samples.save(key, u"b"_s, "{}"));
        QCOMPARE(samples.list(key).size(), 2);
        QCOMPARE(samples.load(key, u"Звичайний"_s).value_or(QByteArray()), QByteArray("{\"a\":1}"));
        QCOMPARE(SampleSets(folder.path(), u"/other"_s).list(key), QList<SampleSet>());
        QCOMPARE(samples.rename(key, u"b"_s, u"Звичайний"_s).error().id(), u"publish.sample-exists"_s);
        samples.setChosen(key, u"b"_s);
        QVERIFY(samples.rename(key, u"b"_s, u"c"_s));
        QCOMPARE(samples.chosen(key), u"c"_s);
        QCOMPARE(samples.freeName(key, u"c"_s), u"c 2"_s);
        QVERIFY(samples.remove(key, u"c"_s));
        QCOMPARE(samples.list(key).size(), 1);
        for (const QString& bad : {u""_s, u"../x"_s, u".x"_s, QString(61, u'x'), u"a\nb"_s})
            QCOMPARE(samples.save(key, bad, "{}").error().id(), u"publish.bad-sample-name"_s);
    }

    void sampleSetsFollowARenamedTemplate()
    {
        QTemporaryDir folder;
        QTemporaryDir regulation;
        const SampleSets samples(folder.path(), regulation.path());
        const TemplateKey from{Channel::Email, u"a"_s};
        const TemplateKey to{Channel::Email, u"b"_s};
        QVERIFY(samples.save(from, u"one"_s, "{\"a\":1}"));
        QVERIFY(samples.save(from, u"two"_s, "{\"a\":2}"));
        QVERIFY(samples.setShared(from, u"two"_s, true));
        samples.setChosen(from, u"one"_s);
        QVERIFY(samples.save(to, u"one"_s, "{\"b\":1}")); // of a template of that name that once was
        QVERIFY(samples.moveAll(from, to));
        QCOMPARE(samples.list(from), QList<SampleSet>());
        QCOMPARE(samples.list(to), (QList<SampleSet>{{u"one"_s, false}, {u"one 2"_s, false}, {u"two"_s, true}}));
        QCOMPARE(samples.chosen(to), u"one 2"_s);
        QCOMPARE(samples.usual(to).value_or(QByteArray()), QByteArray("{\"a\":1}"));
        QVERIFY(!QFileInfo::exists(regulation.filePath(u".notification-console/samples/email/a"_s)));
        QVERIFY(samples.moveAll(from, to)); // nothing to move
    }

    void sharedSampleSetsLieInTheRegulation()
    {
        QTemporaryDir folder;
        QTemporaryDir regulation;
        QVERIFY(QDir(regulation.path()).mkpath(u"notifications/email/a"_s));
        const SampleSets samples(folder.path(), regulation.path());
        const TemplateKey key{Channel::Email, u"a"_s};
        QVERIFY(samples.save(key, u"one"_s, "{}"));
        QVERIFY(!QFileInfo::exists(regulation.filePath(u".notification-console"_s)));
        QVERIFY(samples.setShared(key, u"one"_s, true));
        QCOMPARE(samples.list(key), (QList<SampleSet>{{u"one"_s, true}}));
        QVERIFY(QFileInfo::exists(regulation.filePath(u".notification-console/samples/email/a/one.json"_s)));
        // Given by its inner folder it is the same regulation.
        QCOMPARE(SampleSets(folder.path(), regulation.filePath(u"notifications"_s)).list(key).size(), 1);
        QVERIFY(samples.save(key, u"one"_s, "{\"b\":1}"));
        QCOMPARE(samples.list(key).first().shared, true);
        QVERIFY(samples.setShared(key, u"one"_s, false));
        QCOMPARE(samples.load(key, u"one"_s).value_or(QByteArray()), QByteArray("{\"b\":1}"));
        QVERIFY(!samples.list(key).first().shared);
    }

    void anotherCloneFindsTheSampleSets()
    {
        QTemporaryDir folder;
        QTemporaryDir clones;
        for (const QString& clone : {u"one"_s, u"two"_s}) {
            QVERIFY(QDir(clones.path()).mkpath(clone + u"/.git"_s));
            put(clones.filePath(clone + u"/.git/config"_s),
                "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://git.example.org/reg\n");
        }
        const TemplateKey key{Channel::Inbox, u"a"_s};
        QVERIFY(SampleSets(folder.path(), clones.filePath(u"one"_s)).save(key, u"x"_s, "{}"));
        QCOMPARE(SampleSets(folder.path(), clones.filePath(u"two"_s)).list(key).size(), 1);
    }

    void diiaIsFilledAsDiiaDoes()
    {
        QStringList missing;
        const QJsonObject data{{u"name"_s, u"Олена"_s}, {u"sum"_s, 12}};
        QCOMPARE(fillDiia(u"{name}: {sum} {lack} { no } {}"_s, data, &missing), u"Олена: 12 {lack} { no } {}"_s);
        QCOMPARE(missing, QStringList{u"lack"_s});
    }

    void draftNeverOverwritesANewerEdit()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"notification.ftlh"_s);
        put(path, "\xEF\xBB\xBFold\r\n");
        put(folder.filePath(u"css/style.css"_s), "p {}");
        const auto draft = TemplateDraft::open({{Channel::Email, u"a"_s}, folder.path()});
        QVERIFY(draft);
        TemplateDraft& d = **draft;
        QCOMPARE(d.names(), (QStringList{u"notification.ftlh"_s, u"notification.yml"_s, u"css/style.css"_s}));
        QCOMPARE(d.file(u"notification.ftlh"_s)->text, u"old\r\n"_s);
        QVERIFY(!d.isDirty());
        d.setText(u"notification.ftlh"_s, u"mine\r\n"_s);
        QVERIFY(d.isDirty());
        QVERIFY(d.save(u"notification.ftlh"_s));
        QCOMPARE(readFile(path)->bytes, QByteArray("\xEF\xBB\xBFmine\r\n"));
        put(path, "theirs");
        d.setText(u"notification.ftlh"_s, u"mine too"_s);
        QCOMPARE(d.changedOnDisk(), QStringList{u"notification.ftlh"_s});
        const auto refused = d.saveAll();
        QVERIFY(!refused && refused.error().is(errors::changedMeanwhile));
        QCOMPARE(readFile(path)->bytes, QByteArray("theirs"));
        QSignalSpy reloaded(&d, &TemplateDraft::reloaded);
        QVERIFY(d.reload(u"notification.ftlh"_s));
        QCOMPARE(reloaded.size(), 1);
        QCOMPARE(d.file(u"notification.ftlh"_s)->text, u"theirs"_s);
        QVERIFY(!d.isDirty());
        // A file that is not there yet is made by saving it.
        d.setText(u"notification.yml"_s, u"title: x\n"_s);
        QVERIFY(d.saveAll());
        QCOMPARE(readFile(folder.filePath(u"notification.yml"_s))->bytes, QByteArray("title: x\n"));
    }

    void brokenTextIsNotEditable()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"notification.ftl"_s), "a\xff");
        put(folder.filePath(u"notification.yml"_s), QByteArray("a\0b", 3));
        const auto draft = TemplateDraft::open({{Channel::Inbox, u"a"_s}, folder.path()});
        QVERIFY(draft);
        QVERIFY(!(*draft)->file(u"notification.ftl"_s)->editable);
        QVERIFY(!(*draft)->file(u"notification.yml"_s)->editable);
        (*draft)->setText(u"notification.ftl"_s, u"x"_s);
        QVERIFY(!(*draft)->isDirty());
        QVERIFY((*draft)->saveAll());
        QCOMPARE(readFile(folder.filePath(u"notification.ftl"_s))->bytes, QByteArray("a\xff"));
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
