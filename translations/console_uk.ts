<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en_US">
<context>
    <name>FixMenu</name>
    <message>
        <source>Only you know how to correct this.</source>
        <translation>Як це виправити, знаєте лише ви.</translation>
    </message>
    <message>
        <source>Copy the problem</source>
        <translation>Скопіювати зауваження</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1  %2 records: %3 open, %4 sent back, %5 returned, %6 discarded</source>
        <translation>%1  записів: %2; відкритих: %3, надіслано повторно: %4, повернулося: %5, списано: %6</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>створено: %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>видалено: %1</translation>
    </message>
    <message>
        <source>%1 deliveries in %2 audit records.</source>
        <translation>Доставок: %1, у записах аудиту: %2.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>не вдалося: %1</translation>
    </message>
    <message>
        <source>%1 is a production profile. Publish to it?</source>
        <translation>%1 — профіль промислового середовища. Опублікувати?</translation>
    </message>
    <message>
        <source>%1 is a production profile: confirm with --yes</source>
        <translation>%1 — профіль промислового середовища: підтвердьте через --yes</translation>
    </message>
    <message>
        <source>%1 needs --sasl-mechanism</source>
        <translation>%1 потребує --sasl-mechanism</translation>
    </message>
    <message>
        <source>%1 needs --username</source>
        <translation>%1 потребує --username</translation>
    </message>
    <message>
        <source>%1 not tried</source>
        <translation>не пробували: %1</translation>
    </message>
    <message>
        <source>%1 of %2 records matched</source>
        <translation>збіглося записів: %1 з %2</translation>
    </message>
    <message>
        <source>%1 records are open again.</source>
        <translation>Записів знову відкрито: %1.</translation>
    </message>
    <message>
        <source>%1 records discarded.</source>
        <translation>Записів списано: %1.</translation>
    </message>
    <message>
        <source>%1 records of %2 looked at.</source>
        <translation>Переглянуто записів: %1 з %2.</translation>
    </message>
    <message>
        <source>%1 records written</source>
        <translation>записано записів: %1</translation>
    </message>
    <message>
        <source>%1 records written.</source>
        <translation>Записано записів: %1.</translation>
    </message>
    <message>
        <source>%1 sent back, %2 left out, %3 failed.</source>
        <translation>Надіслано повторно: %1, пропущено: %2, не вдалося: %3.</translation>
    </message>
    <message>
        <source>%1 templates in the database</source>
        <translation>шаблонів у базі даних: %1</translation>
    </message>
    <message>
        <source>%1 to create, %2 to update, %3 unchanged, %4 only in the database</source>
        <translation>створити: %1, оновити: %2, без змін: %3, лише в базі даних: %4</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>без змін: %1</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>оновлено: %1</translation>
    </message>
    <message>
        <source>%1 would be sent back, %2 left out, %3 cannot go.</source>
        <translation>Буде надіслано повторно: %1, пропущено: %2, не можна надіслати: %3.</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2</source>
        <translation>%1, PostgreSQL %2</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(не задано)</translation>
    </message>
    <message>
        <source>--%1 is missing</source>
        <translation>бракує --%1</translation>
    </message>
    <message>
        <source>--%1 is one of %2</source>
        <translation>--%1 — одне з: %2</translation>
    </message>
    <message>
        <source>--%1: there is no file %2</source>
        <translation>--%1: немає файлу %2</translation>
    </message>
    <message>
        <source>--%1: there is no folder %2</source>
        <translation>--%1: немає теки %2</translation>
    </message>
    <message>
        <source>--all goes with neither --offsets nor --filter</source>
        <translation>--all не поєднується ні з --offsets, ні з --filter</translation>
    </message>
    <message>
        <source>--bootstrap names no server</source>
        <translation>--bootstrap не називає жодного сервера</translation>
    </message>
    <message>
        <source>--bootstrap: “%1” is not host:port</source>
        <translation>--bootstrap: «%1» не має вигляду хост:порт</translation>
    </message>
    <message>
        <source>--by-topic goes with --jsonl</source>
        <translation>--by-topic діє лише разом із --jsonl</translation>
    </message>
    <message>
        <source>--cert and --key belong together</source>
        <translation>--cert і --key вказують разом</translation>
    </message>
    <message>
        <source>--database is host=… dbname=… user=…, or postgresql://user@host/name</source>
        <translation>--database має вигляд host=… dbname=… user=… або postgresql://user@host/name</translation>
    </message>
    <message>
        <source>--database is libpq&apos;s own form: host=… dbname=… user=…, or postgresql://user@host/name</source>
        <translation>--database має форму libpq: host=… dbname=… user=… або postgresql://user@host/name</translation>
    </message>
    <message>
        <source>--database is not a valid URI</source>
        <translation>--database не є правильним URI</translation>
    </message>
    <message>
        <source>--database: leave the password out, it is asked for</source>
        <translation>--database: не вказуйте пароля, його буде запитано</translation>
    </message>
    <message>
        <source>--exact and --mask contradict each other</source>
        <translation>--exact і --mask суперечать одне одному</translation>
    </message>
    <message>
        <source>--exact goes with --format json</source>
        <translation>--exact діє лише з --format json</translation>
    </message>
    <message>
        <source>--format is json, value or raw</source>
        <translation>--format може бути json, value або raw</translation>
    </message>
    <message>
        <source>--header takes NAME=VALUE</source>
        <translation>--header має вигляд НАЗВА=ЗНАЧЕННЯ</translation>
    </message>
    <message>
        <source>--isolation is read_committed or read_uncommitted</source>
        <translation>--isolation може бути read_committed або read_uncommitted</translation>
    </message>
    <message>
        <source>--json and --format %1 contradict each other</source>
        <translation>--json і --format %1 суперечать одне одному</translation>
    </message>
    <message>
        <source>--key, --header and --null do not go with --jsonl</source>
        <translation>--key, --header і --null не поєднуються з --jsonl</translation>
    </message>
    <message>
        <source>--lang is uk or en</source>
        <translation>--lang може бути uk або en</translation>
    </message>
    <message>
        <source>--limit is a number</source>
        <translation>--limit — це число</translation>
    </message>
    <message>
        <source>--limit takes a number from 1</source>
        <translation>--limit — це число від 1</translation>
    </message>
    <message>
        <source>--only takes CHANNEL/NAME, not “%1”</source>
        <translation>--only має вигляд КАНАЛ/НАЗВА, а не «%1»</translation>
    </message>
    <message>
        <source>--partition takes a number from 0</source>
        <translation>--partition — це число від 0</translation>
    </message>
    <message>
        <source>--partition takes a number from 0, or “any”</source>
        <translation>--partition — це число від 0 або «any»</translation>
    </message>
    <message>
        <source>--port is a number from 1 to 65535</source>
        <translation>--port — це число від 1 до 65535</translation>
    </message>
    <message>
        <source>--rate is a number of records a second, above 0</source>
        <translation>--rate — кількість записів за секунду, більша за 0</translation>
    </message>
    <message>
        <source>--resume goes with --again</source>
        <translation>--resume діє лише разом із --again</translation>
    </message>
    <message>
        <source>--sasl-mechanism and --username need --security SASL_SSL or SASL_PLAINTEXT</source>
        <translation>--sasl-mechanism і --username потребують --security SASL_SSL або SASL_PLAINTEXT</translation>
    </message>
    <message>
        <source>--schema-registry is not an http or https URL</source>
        <translation>--schema-registry не є адресою http чи https</translation>
    </message>
    <message>
        <source>--set %1: passwords are asked for, or read with --password-stdin</source>
        <translation>--set %1: паролі запитують або читають через --password-stdin</translation>
    </message>
    <message>
        <source>--set “%1” is not KEY=VALUE</source>
        <translation>--set «%1» не має вигляду КЛЮЧ=ЗНАЧЕННЯ</translation>
    </message>
    <message>
        <source>--state is open, replayed, returned or discarded</source>
        <translation>--state може бути open, replayed, returned або discarded</translation>
    </message>
    <message>
        <source>--type is internal or external</source>
        <translation>--type може бути internal або external</translation>
    </message>
    <message>
        <source>--url is empty</source>
        <translation>--url порожній</translation>
    </message>
    <message>
        <source>--via is database or service</source>
        <translation>--via може бути database або service</translation>
    </message>
    <message>
        <source>Also delete rows that have no directory</source>
        <translation>Також видалити рядки, що не мають теки</translation>
    </message>
    <message>
        <source>Certificates taken over from the key store: %1.</source>
        <translation>Сертифікатів перенесено зі сховища ключів: %1.</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>Змінено %1.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Кластер</translation>
    </message>
    <message>
        <source>Committed %1 on %2.</source>
        <translation>Закомічено %1 у гілці %2.</translation>
    </message>
    <message>
        <source>Database password (empty: none)</source>
        <translation>Пароль бази даних (порожньо — без пароля)</translation>
    </message>
    <message>
        <source>End with 5 when something would be created or updated</source>
        <translation>Завершитися з кодом 5, якщо є що створити чи оновити</translation>
    </message>
    <message>
        <source>Errors: %1, warnings: %2</source>
        <translation>Помилок: %1, попереджень: %2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Тека</translation>
    </message>
    <message>
        <source>GROUP</source>
        <translation>ГРУПА</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>КІНЕЦЬ</translation>
    </message>
    <message>
        <source>ISR</source>
        <translation>ISR</translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation>Вона вже працювала.</translation>
    </message>
    <message>
        <source>Its private keys were not: Java encrypts them in a way of its own. Convert them with “keytool -importkeystore -srckeystore %1 -destkeystore client.p12 -deststoretype PKCS12” and give the result with --pkcs12.</source>
        <translation>Приватних ключів не перенесено: Java шифрує їх у власний спосіб. Перетворіть їх командою «keytool -importkeystore -srckeystore %1 -destkeystore client.p12 -deststoretype PKCS12» і вкажіть результат через --pkcs12.</translation>
    </message>
    <message>
        <source>JSON object with the recipient&apos;s parameters (“-” reads it from stdin)</source>
        <translation>Об’єкт JSON із параметрами отримувача («-» — читати зі stdin)</translation>
    </message>
    <message>
        <source>Java trust store: its certificates are taken over as PEM</source>
        <translation>Сховище довіри Java: його сертифікати буде перенесено як PEM</translation>
    </message>
    <message>
        <source>Kafka password of %1</source>
        <translation>Пароль Kafka для %1</translation>
    </message>
    <message>
        <source>Kafka servers</source>
        <translation>Сервери Kafka</translation>
    </message>
    <message>
        <source>Kafka&apos;s own topics, too</source>
        <translation>Також службові топіки Kafka</translation>
    </message>
    <message>
        <source>LAG</source>
        <translation>ВІДСТАВАННЯ</translation>
    </message>
    <message>
        <source>LEADER</source>
        <translation>ЛІДЕР</translation>
    </message>
    <message>
        <source>LOW</source>
        <translation>ПОЧАТОК</translation>
    </message>
    <message>
        <source>MEMBERS</source>
        <translation>УЧАСНИКИ</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Проблем немає.</translation>
    </message>
    <message>
        <source>Nothing to change: %1 is so already.</source>
        <translation>Змінювати нічого: %1 уже такий.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Нічого не зміниться.</translation>
    </message>
    <message>
        <source>Only this template; may be given several times</source>
        <translation>Лише цей шаблон; можна вказати кілька разів</translation>
    </message>
    <message>
        <source>PARTITION</source>
        <translation>РОЗДІЛ</translation>
    </message>
    <message>
        <source>PARTITIONS</source>
        <translation>РОЗДІЛИ</translation>
    </message>
    <message>
        <source>PLAIN, SCRAM-SHA-256, SCRAM-SHA-512</source>
        <translation>PLAIN, SCRAM-SHA-256, SCRAM-SHA-512</translation>
    </message>
    <message>
        <source>PLAINTEXT (without it), SSL, SASL_SSL, SASL_PLAINTEXT</source>
        <translation>PLAINTEXT (якщо не вказано), SSL, SASL_SSL, SASL_PLAINTEXT</translation>
    </message>
    <message>
        <source>PURPOSE</source>
        <translation>ПРИЗНАЧЕННЯ</translation>
    </message>
    <message>
        <source>Password of the client key</source>
        <translation>Пароль ключа клієнта</translation>
    </message>
    <message>
        <source>PostgreSQL: host=… dbname=… user=… or a URI</source>
        <translation>PostgreSQL: host=… dbname=… user=… або URI</translation>
    </message>
    <message>
        <source>Publish in spite of problems whatever the platform&apos;s publisher would</source>
        <translation>Публікувати попри проблеми все, що опублікував би публікатор платформи</translation>
    </message>
    <message>
        <source>Pushed to %1.</source>
        <translation>Надіслано до %1.</translation>
    </message>
    <message>
        <source>Pushed to %1: %2</source>
        <translation>Надіслано до %1: %2</translation>
    </message>
    <message>
        <source>RECORDS</source>
        <translation>ЗАПИСИ</translation>
    </message>
    <message>
        <source>REPLICAS</source>
        <translation>РЕПЛІКИ</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Реєстр</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Регламент</translation>
    </message>
    <message>
        <source>SASL user</source>
        <translation>Користувач SASL</translation>
    </message>
    <message>
        <source>SETTING</source>
        <translation>НАЛАШТУВАННЯ</translation>
    </message>
    <message>
        <source>SSL and SASL listeners with made-up users as well</source>
        <translation>Також порти SSL і SASL із вигаданими користувачами</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>СТАН</translation>
    </message>
    <message>
        <source>Schema registry password of %1</source>
        <translation>Пароль реєстру схем для %1</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Реєстр схем</translation>
    </message>
    <message>
        <source>Show what changes as a unified diff</source>
        <translation>Показати зміни у форматі diff</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>TOPIC</source>
        <translation>ТОПІК</translation>
    </message>
    <message>
        <source>The active profile is now “%1”.</source>
        <translation>Активний профіль тепер «%1».</translation>
    </message>
    <message>
        <source>The configuration cannot be seen: %1</source>
        <translation>Конфігурацію не видно: %1</translation>
    </message>
    <message>
        <source>The ledger knows nothing of %1.</source>
        <translation>У журналі немає нічого про %1.</translation>
    </message>
    <message>
        <source>The profile “%1” and its passwords are gone.</source>
        <translation>Профіль «%1» та його паролі видалено.</translation>
    </message>
    <message>
        <source>The profile “%1” is stored. “notifyctl profiles test %1” tries it.</source>
        <translation>Профіль «%1» збережено. Перевірити його: «notifyctl profiles test %1».</translation>
    </message>
    <message>
        <source>The sandbox in %1 is deleted.</source>
        <translation>Пісочницю в %1 видалено.</translation>
    </message>
    <message>
        <source>The sandbox is stopped; its data stay in %1.</source>
        <translation>Пісочницю зупинено; її дані лишаються в %1.</translation>
    </message>
    <message>
        <source>There is no dead-letter topic.</source>
        <translation>Топіків відхилених записів немає.</translation>
    </message>
    <message>
        <source>There is no keychain here: its passwords are encrypted in %1.</source>
        <translation>Сховища ключів тут немає: паролі зашифровано в %1.</translation>
    </message>
    <message>
        <source>There is no profile yet; “notifyctl profiles add” makes one.</source>
        <translation>Профілів ще немає; створіть через «notifyctl profiles add».</translation>
    </message>
    <message>
        <source>There is no sandbox in %1.</source>
        <translation>У %1 немає пісочниці.</translation>
    </message>
    <message>
        <source>There is nothing to publish.</source>
        <translation>Немає чого публікувати.</translation>
    </message>
    <message>
        <source>This sandbox was made with --empty and stays so; “sandbox reset” makes room for the demo.</source>
        <translation>Цю пісочницю створено з --empty, такою вона й лишиться; «sandbox reset» звільнить місце для демонстрації.</translation>
    </message>
    <message>
        <source>TopicName, RecordName, TopicRecordName</source>
        <translation>TopicName, RecordName, TopicRecordName</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Використання: %1</translation>
    </message>
    <message>
        <source>Usage: notifyctl COMMAND [OPTIONS]</source>
        <translation>Використання: notifyctl КОМАНДА [ПАРАМЕТРИ]</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>ЗНАЧЕННЯ</translation>
    </message>
    <message>
        <source>Which way to go (database)</source>
        <translation>Яким шляхом (database)</translation>
    </message>
    <message>
        <source>Written to %1, partition %2, offset %3</source>
        <translation>Записано до %1, розділ %2, зсув %3</translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation>[ПАРАМЕТРИ]</translation>
    </message>
    <message>
        <source>[production]</source>
        <translation>[промислове]</translation>
    </message>
    <message>
        <source>[read-only]</source>
        <translation>[лише читання]</translation>
    </message>
    <message>
        <source>a header; may be repeated</source>
        <translation>заголовок; можна повторювати</translation>
    </message>
    <message>
        <source>a schema registry as well (142 MB, fetched once)</source>
        <translation>також реєстр схем (142 МБ, завантажується один раз)</translation>
    </message>
    <message>
        <source>all open ones</source>
        <translation>усі відкриті</translation>
    </message>
    <message>
        <source>also records that were handled before</source>
        <translation>також записи, що вже опрацьовані</translation>
    </message>
    <message>
        <source>also records whose sender waited for a reply</source>
        <translation>також записи, чий відправник чекав на відповідь</translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation>на кожне запитання відповідати «так»</translation>
    </message>
    <message>
        <source>any further setting of librdkafka</source>
        <translation>будь-яке інше налаштування librdkafka</translation>
    </message>
    <message>
        <source>at most this many records a second</source>
        <translation>щонайбільше стільки записів за секунду</translation>
    </message>
    <message>
        <source>at most this many</source>
        <translation>щонайбільше стільки</translation>
    </message>
    <message>
        <source>beginning, end, an offset, -N for the newest N, @TIME</source>
        <translation>beginning, end, зсув, -N для найновіших N, @ЧАС</translation>
    </message>
    <message>
        <source>bytes    %1</source>
        <translation>байтів     %1</translation>
    </message>
    <message>
        <source>certificates to trust, PEM</source>
        <translation>довірені сертифікати, PEM</translation>
    </message>
    <message>
        <source>changes ask for confirmation</source>
        <translation>зміни потребують підтвердження</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>канал %1</translation>
    </message>
    <message>
        <source>client certificate and key as PKCS#12</source>
        <translation>сертифікат і ключ клієнта у PKCS#12</translation>
    </message>
    <message>
        <source>client certificate, PEM</source>
        <translation>сертифікат клієнта, PEM</translation>
    </message>
    <message>
        <source>clone of the registry regulation</source>
        <translation>клон регламенту реєстру</translation>
    </message>
    <message>
        <source>clone of the registry&apos;s configuration</source>
        <translation>клон конфігурації реєстру</translation>
    </message>
    <message>
        <source>cluster %1, brokers %2</source>
        <translation>кластер %1, брокери %2</translation>
    </message>
    <message>
        <source>complete no</source>
        <translation>повністю ні</translation>
    </message>
    <message>
        <source>complete yes</source>
        <translation>повністю так</translation>
    </message>
    <message>
        <source>completion is there for bash</source>
        <translation>доповнення є лише для bash</translation>
    </message>
    <message>
        <source>consumer group, where one is needed</source>
        <translation>група споживачів, де вона потрібна</translation>
    </message>
    <message>
        <source>dead letters with origin, cause and state</source>
        <translation>відхилені записи з походженням, причиною та станом</translation>
    </message>
    <message>
        <source>dead-letter topics and what became of their records</source>
        <translation>топіки відхилених записів і що сталося з їхніми записами</translation>
    </message>
    <message>
        <source>default</source>
        <translation>типове</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>списано</translation>
    </message>
    <message>
        <source>every entry, not only the latest state of each record</source>
        <translation>кожен запис журналу, а не лише останній стан</translation>
    </message>
    <message>
        <source>everything that is wrong in a regulation&apos;s templates</source>
        <translation>усе, що не так у шаблонах регламенту</translation>
    </message>
    <message>
        <source>exit 3 for warnings too, not only for errors</source>
        <translation>код 3 також за попереджень, а не лише за помилок</translation>
    </message>
    <message>
        <source>failures by reason, channel and template</source>
        <translation>збої за причиною, каналом і шаблоном</translation>
    </message>
    <message>
        <source>figures only</source>
        <translation>лише підсумки</translation>
    </message>
    <message>
        <source>folder of profiles and settings</source>
        <translation>тека профілів і налаштувань</translation>
    </message>
    <message>
        <source>folder of the sandbox</source>
        <translation>тека пісочниці</translation>
    </message>
    <message>
        <source>give either --jks or --ca</source>
        <translation>вкажіть або --jks, або --ca</translation>
    </message>
    <message>
        <source>give either --pkcs12 or --cert and --key</source>
        <translation>вкажіть або --pkcs12, або --cert і --key</translation>
    </message>
    <message>
        <source>go on with new records until Ctrl+C</source>
        <translation>продовжувати з новими записами до Ctrl+C</translation>
    </message>
    <message>
        <source>goes on with a run of --again that was cut off</source>
        <translation>продовжує перерваний запуск --again</translation>
    </message>
    <message>
        <source>group them by cause</source>
        <translation>згрупувати за причиною</translation>
    </message>
    <message>
        <source>hide tax numbers, email addresses and telephone numbers</source>
        <translation>приховати податкові номери, адреси пошти й телефони</translation>
    </message>
    <message>
        <source>how long, like 500ms, 30s, 5m</source>
        <translation>як довго, наприклад 500ms, 30s, 5m</translation>
    </message>
    <message>
        <source>internal (the platform&apos;s server) or external</source>
        <translation>internal (сервер платформи) або external</translation>
    </message>
    <message>
        <source>its port: 25 or 587 (STARTTLS), 465 (TLS)</source>
        <translation>його порт: 25 або 587 (STARTTLS), 465 (TLS)</translation>
    </message>
    <message>
        <source>json (usual), value: one a line, raw: the bytes untouched</source>
        <translation>json (типово), value: по одному в рядку, raw: байти без змін</translation>
    </message>
    <message>
        <source>key of the client certificate, PEM</source>
        <translation>ключ сертифіката клієнта, PEM</translation>
    </message>
    <message>
        <source>language of words</source>
        <translation>мова повідомлень</translation>
    </message>
    <message>
        <source>make a profile the active one</source>
        <translation>зробити профіль активним</translation>
    </message>
    <message>
        <source>matched  %1</source>
        <translation>збіглося  %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>name --type internal or --type external</source>
        <translation>вкажіть --type internal або --type external</translation>
    </message>
    <message>
        <source>name --url (or --remove)</source>
        <translation>вкажіть --url (або --remove)</translation>
    </message>
    <message>
        <source>name a command; “notifyctl --help” lists them</source>
        <translation>вкажіть команду; перелік — «notifyctl --help»</translation>
    </message>
    <message>
        <source>name a topic, or say --by-topic</source>
        <translation>вкажіть топік або --by-topic</translation>
    </message>
    <message>
        <source>name the file with -o</source>
        <translation>вкажіть файл через -o</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>обов’язкова</translation>
    </message>
    <message>
        <source>no record passed the filter in time (%1 looked at)</source>
        <translation>жоден запис вчасно не пройшов фільтра (переглянуто: %1)</translation>
    </message>
    <message>
        <source>no value (a tombstone), stdin is not read</source>
        <translation>без значення (надгробок), stdin не читається</translation>
    </message>
    <message>
        <source>no words on stderr but errors</source>
        <translation>на stderr лише помилки</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>недоступно</translation>
    </message>
    <message>
        <source>nothing can be changed through this profile</source>
        <translation>через цей профіль нічого не можна змінити</translation>
    </message>
    <message>
        <source>nothing to set</source>
        <translation>немає чого задавати</translation>
    </message>
    <message>
        <source>offer it for review: to refs/for/&lt;branch&gt; with Gerrit, else to a branch</source>
        <translation>подати на перегляд: у refs/for/&lt;гілка&gt; для Gerrit, інакше в гілку</translation>
    </message>
    <message>
        <source>one JSON object a line on stdout</source>
        <translation>по одному об’єкту JSON у рядку на stdout</translation>
    </message>
    <message>
        <source>one profile, without its passwords</source>
        <translation>один профіль, без паролів</translation>
    </message>
    <message>
        <source>one topic: partitions with watermarks, configuration, groups with state and lag</source>
        <translation>один топік: розділи з межами, конфігурація, групи зі станом і відставанням</translation>
    </message>
    <message>
        <source>only print what would change, as a unified diff</source>
        <translation>лише показати зміни у форматі diff</translation>
    </message>
    <message>
        <source>only says what would happen</source>
        <translation>лише каже, що сталося б</translation>
    </message>
    <message>
        <source>only since then</source>
        <translation>лише відтоді</translation>
    </message>
    <message>
        <source>only these records</source>
        <translation>лише ці записи</translation>
    </message>
    <message>
        <source>only those that failed for good and left no dead letter</source>
        <translation>лише ті, що остаточно не вдалися й не лишили відхиленого запису</translation>
    </message>
    <message>
        <source>only those that match</source>
        <translation>лише ті, що відповідають</translation>
    </message>
    <message>
        <source>only those written since then</source>
        <translation>лише записані відтоді</translation>
    </message>
    <message>
        <source>open, replayed, returned or discarded</source>
        <translation>open, replayed, returned або discarded</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>необов’язкова</translation>
    </message>
    <message>
        <source>print only the checksum</source>
        <translation>показати лише контрольну суму</translation>
    </message>
    <message>
        <source>print shell lines that name the running sandbox&apos;s parts</source>
        <translation>вивести рядки оболонки з адресами запущеної пісочниці</translation>
    </message>
    <message>
        <source>print the completion script: source &lt;(notifyctl completion bash)</source>
        <translation>вивести скрипт доповнення: source &lt;(notifyctl completion bash)</translation>
    </message>
    <message>
        <source>profiles; the active one has a star</source>
        <translation>профілі; активний має зірочку</translation>
    </message>
    <message>
        <source>push to refs/for/&lt;branch&gt; even if the remote does not look like Gerrit</source>
        <translation>надіслати в refs/for/&lt;гілка&gt;, навіть якщо віддалений репозиторій не схожий на Gerrit</translation>
    </message>
    <message>
        <source>read_committed (usual) or read_uncommitted</source>
        <translation>read_committed (типово) або read_uncommitted</translation>
    </message>
    <message>
        <source>records from stdin, one JSON object a line, as “topics read” writes them</source>
        <translation>записи зі stdin, по одному об’єкту JSON у рядку, як їх пише «topics read»</translation>
    </message>
    <message>
        <source>records of a topic; without --from the newest 100</source>
        <translation>записи топіка; без --from — найновіші 100</translation>
    </message>
    <message>
        <source>records that pass this filter, like &apos;recipients[*].id = ann&apos;</source>
        <translation>записи, що проходять фільтр, наприклад &apos;recipients[*].id = ann&apos;</translation>
    </message>
    <message>
        <source>remove a profile and its passwords</source>
        <translation>видалити профіль та його паролі</translation>
    </message>
    <message>
        <source>render what stands in the database instead</source>
        <translation>побудувати з того, що є в базі даних</translation>
    </message>
    <message>
        <source>running</source>
        <translation>працює</translation>
    </message>
    <message>
        <source>say where the sandbox is and whether it runs</source>
        <translation>сказати, де пісочниця і чи працює вона</translation>
    </message>
    <message>
        <source>say which records: --offsets or --filter</source>
        <translation>вкажіть записи: --offsets або --filter</translation>
    </message>
    <message>
        <source>say which records: --offsets, --filter or --all</source>
        <translation>вкажіть записи: --offsets, --filter або --all</translation>
    </message>
    <message>
        <source>say why with --reason</source>
        <translation>поясніть причину через --reason</translation>
    </message>
    <message>
        <source>scanned  %1</source>
        <translation>переглянуто %1</translation>
    </message>
    <message>
        <source>schema registry</source>
        <translation>реєстр схем</translation>
    </message>
    <message>
        <source>sender and user name</source>
        <translation>відправник і користувач</translation>
    </message>
    <message>
        <source>start a private PostgreSQL and Kafka with a demo registry</source>
        <translation>запустити власні PostgreSQL і Kafka з демонстраційним реєстром</translation>
    </message>
    <message>
        <source>stop after N records</source>
        <translation>зупинитися після N записів</translation>
    </message>
    <message>
        <source>stop the sandbox and delete its data; the next “sandbox up” begins anew</source>
        <translation>зупинити пісочницю й видалити її дані; наступний «sandbox up» почне наново</translation>
    </message>
    <message>
        <source>stop the sandbox, keep its data</source>
        <translation>зупинити пісочницю, зберегти дані</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>зупинено</translation>
    </message>
    <message>
        <source>store a connection; passwords are asked for</source>
        <translation>зберегти з’єднання; паролі буде запитано</translation>
    </message>
    <message>
        <source>tables and topics without rows and records</source>
        <translation>таблиці й топіки без рядків і записів</translation>
    </message>
    <message>
        <source>take the channel out of the file</source>
        <translation>прибрати канал із файлу</translation>
    </message>
    <message>
        <source>takes it back</source>
        <translation>скасовує це</translation>
    </message>
    <message>
        <source>template %1</source>
        <translation>шаблон %1</translation>
    </message>
    <message>
        <source>templates of a regulation</source>
        <translation>шаблони регламенту</translation>
    </message>
    <message>
        <source>the address of Diia&apos;s API</source>
        <translation>адреса API Дії</translation>
    </message>
    <message>
        <source>the branch to push to (else the one that the clone follows)</source>
        <translation>гілка, до якої надсилати (інакше та, за якою стежить клон)</translation>
    </message>
    <message>
        <source>the clone of the registry&apos;s configuration (else the profile&apos;s)</source>
        <translation>клон конфігурації реєстру (інакше — з профілю)</translation>
    </message>
    <message>
        <source>the commit&apos;s message (else proposed from the change)</source>
        <translation>повідомлення коміту (інакше складається зі зміни)</translation>
    </message>
    <message>
        <source>the exact bytes that would be published</source>
        <translation>точні байти, що були б опубліковані</translation>
    </message>
    <message>
        <source>the external server</source>
        <translation>зовнішній сервер</translation>
    </message>
    <message>
        <source>the file; - is stdout</source>
        <translation>файл; - означає stdout</translation>
    </message>
    <message>
        <source>the message is empty</source>
        <translation>повідомлення порожнє</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>вивід</translation>
    </message>
    <message>
        <source>the record&apos;s key; none without it</source>
        <translation>ключ запису; якщо не вказано — без ключа</translation>
    </message>
    <message>
        <source>there is no command “%1”; “notifyctl --help” lists them</source>
        <translation>немає команди «%1»; перелік — «notifyctl --help»</translation>
    </message>
    <message>
        <source>there is no option “%1”; “notifyctl %2 --help” lists them</source>
        <translation>немає параметра «%1»; перелік — «notifyctl %2 --help»</translation>
    </message>
    <message>
        <source>there is no option “%1”; “notifyctl --help” lists them</source>
        <translation>немає параметра «%1»; перелік — «notifyctl --help»</translation>
    </message>
    <message>
        <source>there is no sandbox</source>
        <translation>пісочниці немає</translation>
    </message>
    <message>
        <source>these records</source>
        <translation>ці записи</translation>
    </message>
    <message>
        <source>this partition only</source>
        <translation>лише цей розділ</translation>
    </message>
    <message>
        <source>this partition; any: the one that Java&apos;s partitioner takes</source>
        <translation>цей розділ; any — той, який вибрав би Java</translation>
    </message>
    <message>
        <source>those that match</source>
        <translation>ті, що відповідають</translation>
    </message>
    <message>
        <source>to the original partition, also where a key is set</source>
        <translation>у початковий розділ, навіть якщо є ключ</translation>
    </message>
    <message>
        <source>to this topic instead of where they came from</source>
        <translation>у цей топік, а не туди, звідки прийшли</translation>
    </message>
    <message>
        <source>topics with their purpose, records, consumer groups and lag</source>
        <translation>топіки з призначенням, записами, групами споживачів і відставанням</translation>
    </message>
    <message>
        <source>try a profile&apos;s servers and folders; exit code 1 when something fails</source>
        <translation>перевірити сервери й теки профілю; код 1, якщо щось не вдалося</translation>
    </message>
    <message>
        <source>up to this offset or @TIME, exclusive</source>
        <translation>до цього зсуву або @ЧАС, не включно</translation>
    </message>
    <message>
        <source>user name or API key of the schema registry</source>
        <translation>користувач або ключ API реєстру схем</translation>
    </message>
    <message>
        <source>values as text or base64 only</source>
        <translation>значення лише як текст або base64</translation>
    </message>
    <message>
        <source>values as text or base64 only, so that “produce --jsonl” gives back the same bytes</source>
        <translation>значення лише як текст або base64, щоб «produce --jsonl» повернув ті самі байти</translation>
    </message>
    <message>
        <source>wait for the first record that passes a filter; exit 4 when time runs out</source>
        <translation>чекати першого запису, що пройде фільтр; код 4, коли час вийде</translation>
    </message>
    <message>
        <source>what a recipient would get</source>
        <translation>що отримав би отримувач</translation>
    </message>
    <message>
        <source>what a template reads of its data</source>
        <translation>що шаблон читає з даних</translation>
    </message>
    <message>
        <source>what became of each recipient and channel, from audit-events</source>
        <translation>що сталося з кожним отримувачем і каналом, за audit-events</translation>
    </message>
    <message>
        <source>what was done with the records of a dead-letter topic, by whom and when</source>
        <translation>що, ким і коли зроблено із записами топіка відхилених</translation>
    </message>
    <message>
        <source>why; stands in the ledger</source>
        <translation>чому; буде в журналі</translation>
    </message>
    <message>
        <source>with --jsonl: each to its own topic</source>
        <translation>з --jsonl: кожен у свій топік</translation>
    </message>
    <message>
        <source>words for people</source>
        <translation>слова для людей</translation>
    </message>
    <message>
        <source>work with this profile</source>
        <translation>працювати з цим профілем</translation>
    </message>
    <message>
        <source>write one record (its value from stdin), or records from JSON lines</source>
        <translation>записати один запис (значення зі stdin) або записи з рядків JSON</translation>
    </message>
    <message>
        <source>write there instead of stdout</source>
        <translation>записати туди, а не на stdout</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <source>“%1” is a production profile: add --yes to write there</source>
        <translation>«%1» — профіль промислового середовища: щоб писати туди, додайте --yes</translation>
    </message>
    <message>
        <source>“%1” is missing; “notifyctl %2 --help” explains</source>
        <translation>бракує «%1»; пояснення — «notifyctl %2 --help»</translation>
    </message>
    <message>
        <source>“%1” is one argument too many; “notifyctl %2 --help” explains</source>
        <translation>зайвий аргумент «%1»; пояснення — «notifyctl %2 --help»</translation>
    </message>
    <message>
        <source>“%1” needs a further word; “notifyctl %1 --help” lists them</source>
        <translation>після «%1» потрібне ще слово; перелік — «notifyctl %1 --help»</translation>
    </message>
    <message>
        <source>“--data FILE” is missing</source>
        <translation>бракує «--data ФАЙЛ»</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>authorities to trust, PEM (else the system&apos;s)</source>
        <translation>довірені центри, PEM (інакше системні)</translation>
    </message>
    <message>
        <source>how long to wait for the server (20s)</source>
        <translation>скільки чекати на сервер (20s)</translation>
    </message>
    <message>
        <source>no password is known (--password-stdin)</source>
        <translation>пароль невідомий (--password-stdin)</translation>
    </message>
    <message>
        <source>no token is known (--password-stdin)</source>
        <translation>токен невідомий (--password-stdin)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>не дійшло</translation>
    </message>
    <message>
        <source>read the password or token from standard input</source>
        <translation>прочитати пароль або токен зі стандартного вводу</translation>
    </message>
    <message>
        <source>send a letter, marked as a test, to this address</source>
        <translation>надіслати на цю адресу лист із позначкою «перевірка»</translation>
    </message>
    <message>
        <source>the address is http</source>
        <translation>адреса має вигляд http</translation>
    </message>
    <message>
        <source>Kept encrypted in %1, for testing the connection.</source>
        <translation>Збережено зашифрованим у %1, для перевірки з’єднання.</translation>
    </message>
    <message>
        <source>Kept in the keychain, for testing the connection.</source>
        <translation>Збережено у сховищі ключів, для перевірки з’єднання.</translation>
    </message>
    <message>
        <source>The history of the repository still holds the password: change it at the mail server, too.</source>
        <translation>Історія репозиторію й далі містить пароль: змініть його також на поштовому сервері.</translation>
    </message>
    <message>
        <source>take the old password out of the file, into the secret store</source>
        <translation>перенести старий пароль із файлу до сховища ключів</translation>
    </message>
    <message>
        <source>%1  %2 %3:%4  %5 bytes, %6 behind  %7</source>
        <translation>%1  %2 %3:%4  %5 байтів, відставання %6  %7</translation>
    </message>
    <message>
        <source>%1 deliveries are open again.</source>
        <translation>Знову відкрито доставок: %1.</translation>
    </message>
    <message>
        <source>%1 deliveries discarded.</source>
        <translation>Списано доставок: %1.</translation>
    </message>
    <message>
        <source>%1 sent again, %2 left out, %3 failed.</source>
        <translation>Надіслано знову: %1, пропущено: %2, не вдалося: %3.</translation>
    </message>
    <message>
        <source>%1 would be sent, %2 left out, %3 cannot go.</source>
        <translation>Було б надіслано: %1, пропущено: %2, неможливо: %3.</translation>
    </message>
    <message>
        <source>No consumer stands before a record that cannot be dead-lettered.</source>
        <translation>Жоден споживач не стоїть перед записом, який не може потрапити до невдалих.</translation>
    </message>
    <message>
        <source>The record is kept in %1; group %2 goes on behind it.</source>
        <translation>Запис збережено в %1; група %2 продовжить після нього.</translation>
    </message>
    <message>
        <source>a place goes with --skip TOPIC</source>
        <translation>місце вказують разом із --skip ТЕМА</translation>
    </message>
    <message>
        <source>also those that were handled before</source>
        <translation>також ті, що вже опрацьовані</translation>
    </message>
    <message>
        <source>at most this many a second</source>
        <translation>не більше стількох за секунду</translation>
    </message>
    <message>
        <source>confirm with --yes</source>
        <translation>підтвердьте за допомогою --yes</translation>
    </message>
    <message>
        <source>consumers that stand still before a record that cannot be dead-lettered</source>
        <translation>споживачі, що стоять перед записом, який не може потрапити до невдалих</translation>
    </message>
    <message>
        <source>move the group past the record P:O of this topic, while the group is stopped</source>
        <translation>пересунути групу за запис P:O цього топіку, поки групу зупинено</translation>
    </message>
    <message>
        <source>name the file to keep the record in with --keep</source>
        <translation>вкажіть через --keep файл, у якому зберегти запис</translation>
    </message>
    <message>
        <source>say which deliveries: --offsets or --filter</source>
        <translation>вкажіть, які доставки: --offsets або --filter</translation>
    </message>
    <message>
        <source>say which deliveries: --offsets, --filter or --all</source>
        <translation>вкажіть, які доставки: --offsets, --filter або --all</translation>
    </message>
    <message>
        <source>these, by their places in audit-events</source>
        <translation>ці, за їхніми місцями в audit-events</translation>
    </message>
    <message>
        <source>with --skip: where the record is kept</source>
        <translation>разом із --skip: де зберегти запис</translation>
    </message>
    <message>
        <source>only the newest 100 were looked at; --from beginning looks at all</source>
        <translation>переглянуто лише найновіші 100; --from beginning перегляне всі</translation>
    </message>
    <message>
        <source>“%1” is not a place in the vault</source>
        <translation>«%1» не є місцем у сховищі</translation>
    </message>
    <message>
        <source>%1 goes back to %2; what was there before has expired.</source>
        <translation>%1 сягає %2; давніші записи вже застаріли.</translation>
    </message>
    <message>
        <source>(template not known)</source>
        <translation>(шаблон невідомий)</translation>
    </message>
    <message>
        <source>Looked at %1 records of %2 topics, %3. Found %4 notifications.</source>
        <translation>Переглянуто записів: %1, тем: %2, %3. Знайдено сповіщень: %4.</translation>
    </message>
    <message>
        <source>There are more than %1 records: narrow the search with --since.</source>
        <translation>Записів понад %1: звузьте пошук за допомогою --since.</translation>
    </message>
    <message>
        <source>a dead letter</source>
        <translation>серед невдалих</translation>
    </message>
    <message>
        <source>a record&apos;s key</source>
        <translation>ключ запису</translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>від %1</translation>
    </message>
    <message>
        <source>back to the beginning of every topic</source>
        <translation>від початку кожного топіку</translation>
    </message>
    <message>
        <source>delivered %1 times</source>
        <translation>доставлено, разів: %1</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>everything that happened to one person&apos;s or process&apos;s notifications, in order of time</source>
        <translation>усе, що сталося зі сповіщеннями однієї особи чи процесу, у порядку часу</translation>
    </message>
    <message>
        <source>failed, and nothing but the audit tells</source>
        <translation>не вдалося, і знає про це лише аудит</translation>
    </message>
    <message>
        <source>look back to then only</source>
        <translation>переглядати лише відтоді</translation>
    </message>
    <message>
        <source>look into this topic only (may be repeated)</source>
        <translation>переглядати лише цей топік (можна повторити)</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>у дорозі</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>процес %1</translation>
    </message>
    <message>
        <source>say what to look for: one of --recipient, --email, --process, --trace-id, --key</source>
        <translation>вкажіть, що шукати: одне з --recipient, --email, --process, --trace-id, --key</translation>
    </message>
    <message>
        <source>taken up</source>
        <translation>опрацьовано</translation>
    </message>
    <message>
        <source>the business process instance</source>
        <translation>екземпляр бізнес-процесу</translation>
    </message>
    <message>
        <source>the event</source>
        <translation>подія</translation>
    </message>
    <message>
        <source>the recipient&apos;s address</source>
        <translation>адреса отримувача</translation>
    </message>
    <message>
        <source>the recipient&apos;s id (or RNOKPP)</source>
        <translation>id отримувача (або РНОКПП)</translation>
    </message>
    <message>
        <source>the trace id of a record or an audit</source>
        <translation>trace id запису чи аудиту</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>для %1</translation>
    </message>
    <message>
        <source>what to look for is empty</source>
        <translation>шукати нічого: значення порожнє</translation>
    </message>
    <message>
        <source>%1: corrected %2</source>
        <translation>%1: виправлено %2</translation>
    </message>
    <message>
        <source>%1:%2 still names %3</source>
        <translation>%1:%2 досі називає %3</translation>
    </message>
    <message>
        <source>--dry-run goes with --fix</source>
        <translation>--dry-run працює лише разом із --fix</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Виправлено: %1</translation>
    </message>
    <message>
        <source>Places: %1, of missing templates: %2</source>
        <translation>Місць: %1, з них відсутніх шаблонів: %2</translation>
    </message>
    <message>
        <source>Would correct: %1</source>
        <translation>Було б виправлено: %1</translation>
    </message>
    <message>
        <source>copy this template, pictures and sheets included</source>
        <translation>скопіювати цей шаблон разом із зображеннями й таблицями стилів</translation>
    </message>
    <message>
        <source>correct what has only one correction, then lint</source>
        <translation>виправити те, що має лише одне виправлення, потім перевірити</translation>
    </message>
    <message>
        <source>known only when it runs</source>
        <translation>відомо лише під час виконання</translation>
    </message>
    <message>
        <source>no such template</source>
        <translation>такого шаблону немає</translation>
    </message>
    <message>
        <source>which business processes name which template</source>
        <translation>які бізнес-процеси називають які шаблони</translation>
    </message>
    <message>
        <source>with --fix: print the differences, change nothing</source>
        <translation>разом із --fix: показати відмінності, нічого не міняти</translation>
    </message>
    <message>
        <source>write the new name into the business processes too</source>
        <translation>записати нову назву й у бізнес-процеси</translation>
    </message>
    <message>
        <source>duplicates  %1</source>
        <translation>повторів     %1</translation>
    </message>
    <message>
        <source>each element of this list becomes a record of its own</source>
        <translation>кожен елемент цього списку стане окремим записом</translation>
    </message>
    <message>
        <source>matched     %1</source>
        <translation>збіглося     %1</translation>
    </message>
    <message>
        <source>of records with the same in this field only the first goes</source>
        <translation>із записів з однаковим значенням цього поля передається лише перший</translation>
    </message>
    <message>
        <source>rejected    %1</source>
        <translation>відхилено    %1</translation>
    </message>
    <message>
        <source>scanned     %1</source>
        <translation>переглянуто  %1</translation>
    </message>
    <message>
        <source>source and target are the same topic</source>
        <translation>джерело й ціль — той самий топік</translation>
    </message>
    <message>
        <source>take records from one topic to another: filter, check, split, drop duplicates</source>
        <translation>перенести записи з топіку в топік: відібрати, перевірити, розділити, прибрати повтори</translation>
    </message>
    <message>
        <source>values must fit this JSON Schema</source>
        <translation>значення мають відповідати цій схемі JSON Schema</translation>
    </message>
    <message>
        <source>where to write what does not fit; without it, it is left out and exit 3</source>
        <translation>куди записати те, що не підходить; без цього його буде пропущено, а код завершення — 3</translation>
    </message>
    <message>
        <source>written     %1</source>
        <translation>записано     %1</translation>
    </message>
    <message>
        <source>%1 Diia templates had been registered before and only now got their row; they were not registered again.</source>
        <translation>Шаблонів Дії, зареєстрованих раніше, що лише тепер отримали свій рядок: %1; повторно їх не реєстровано.</translation>
    </message>
    <message>
        <source>%1 Diia templates were written without registering them at Diia: no address or token of Diia is known here (channels set diia, or --diia-url and --diia-token-stdin).</source>
        <translation>Шаблонів Дії, записаних без реєстрації в Дії: %1; тут не відомі адреса або токен Дії (channels set diia, або --diia-url і --diia-token-stdin).</translation>
    </message>
    <message>
        <source>%1 changes by this console</source>
        <translation>змін, зроблених цією консоллю: %1</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1 інакші</translation>
    </message>
    <message>
        <source>%1 events have used it: %2</source>
        <translation>Подій, що його використали: %1; з перевірених: %2</translation>
    </message>
    <message>
        <source>%1 fail as before</source>
        <translation>%1 не вдаються, як і раніше</translation>
    </message>
    <message>
        <source>%1 is a production profile. Put version %2 of %3 back there?</source>
        <translation>%1 — промисловий профіль. Повернути в ньому версію %2 шаблону %3?</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 такі самі</translation>
    </message>
    <message>
        <source>%1 would fail now</source>
        <translation>%1 тепер не вдалися б</translation>
    </message>
    <message>
        <source>%1 would work now</source>
        <translation>%1 тепер вдалися б</translation>
    </message>
    <message>
        <source>%1 would work</source>
        <translation>%1 вдалися б</translation>
    </message>
    <message>
        <source>(version %1 put back)</source>
        <translation>(повернуто версію %1)</translation>
    </message>
    <message>
        <source>--at needs CHANNEL/NAME</source>
        <translation>--at потребує КАНАЛ/НАЗВА</translation>
    </message>
    <message>
        <source>--diff needs the database: the service does not show contents</source>
        <translation>--diff потребує бази даних: сервіс не показує вмісту</translation>
    </message>
    <message>
        <source>--last takes a number from 1</source>
        <translation>--last приймає число від 1</translation>
    </message>
    <message>
        <source>--service and --service-token-stdin need --via service</source>
        <translation>--service і --service-token-stdin потребують --via service</translation>
    </message>
    <message>
        <source>--service is not an http or https URL</source>
        <translation>--service не є адресою http або https</translation>
    </message>
    <message>
        <source>--service: leave the token out, it is asked for</source>
        <translation>--service: не вказуйте токен, про нього буде запитано</translation>
    </message>
    <message>
        <source>--uncommitted takes CHANNEL/NAME or all, not “%1”</source>
        <translation>--uncommitted приймає КАНАЛ/НАЗВА або all, а не «%1»</translation>
    </message>
    <message>
        <source>--number takes a number from 1</source>
        <translation>--number приймає число від 1</translation>
    </message>
    <message>
        <source>Access token of notification-service (empty: ask when it is needed)</source>
        <translation>Токен доступу до notification-service (порожньо: запитати, коли знадобиться)</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Токен доступу</translation>
    </message>
    <message>
        <source>Authority of its certificate, PEM (else the system&apos;s)</source>
        <translation>Центр, що підписав його сертифікат, PEM (інакше системні)</translation>
    </message>
    <message>
        <source>Diia&apos;s API, instead of the one in the registry&apos;s configuration</source>
        <translation>API Дії замість указаного в конфігурації реєстру</translation>
    </message>
    <message>
        <source>How many events (20)</source>
        <translation>Скільки подій (20)</translation>
    </message>
    <message>
        <source>Let this template into production though it is in no commit; may be given several times</source>
        <translation>Пропустити цей шаблон у промислове середовище, хоч його не закомічено; можна вказати кілька разів</translation>
    </message>
    <message>
        <source>Only show what would change</source>
        <translation>Лише показати, що змінилося б</translation>
    </message>
    <message>
        <source>Only what stood there at that time</source>
        <translation>Лише те, що було на той час</translation>
    </message>
    <message>
        <source>Partner token of Diia</source>
        <translation>Токен партнера Дії</translation>
    </message>
    <message>
        <source>Read its access token from stdin</source>
        <translation>Прочитати його токен доступу зі stdin</translation>
    </message>
    <message>
        <source>Read the partner&apos;s token of Diia from stdin</source>
        <translation>Прочитати токен партнера Дії зі stdin</translation>
    </message>
    <message>
        <source>Render it with these parameters (“-” reads them from stdin)</source>
        <translation>Показати його з цими параметрами («-» читає їх зі stdin)</translation>
    </message>
    <message>
        <source>Show what differs for each recipient as a unified diff</source>
        <translation>Показати відмінності для кожного отримувача як unified diff</translation>
    </message>
    <message>
        <source>The difference to what stands there now, as a unified diff</source>
        <translation>Відмінність від теперішнього, як unified diff</translation>
    </message>
    <message>
        <source>The version of that number, as templates history lists them</source>
        <translation>Версія з цим номером, як їх показує templates history</translation>
    </message>
    <message>
        <source>What stands there now cannot be seen: %1</source>
        <translation>Теперішній стан побачити не вдалося: %1</translation>
    </message>
    <message>
        <source>What stood there at that time</source>
        <translation>Те, що було на той час</translation>
    </message>
    <message>
        <source>With --diff: the difference to that version</source>
        <translation>З --diff: відмінність від цієї версії</translation>
    </message>
    <message>
        <source>Write the rows of Diia templates without registering them</source>
        <translation>Записати рядки шаблонів Дії без реєстрації</translation>
    </message>
    <message>
        <source>Write there instead of stdout</source>
        <translation>Записати туди замість stdout</translation>
    </message>
    <message>
        <source>and uncommitted changes</source>
        <translation>і незакомічені зміни</translation>
    </message>
    <message>
        <source>authority of notification-service&apos;s certificate, PEM</source>
        <translation>центр, що підписав сертифікат notification-service, PEM</translation>
    </message>
    <message>
        <source>give either --number N or --at TIME</source>
        <translation>вкажіть або --number N, або --at ЧАС</translation>
    </message>
    <message>
        <source>not committed</source>
        <translation>не закомічено</translation>
    </message>
    <message>
        <source>notification-service, for publishing without the database</source>
        <translation>notification-service, щоб публікувати без бази даних</translation>
    </message>
    <message>
        <source>notification-service, instead of the profile&apos;s</source>
        <translation>notification-service замість указаного в профілі</translation>
    </message>
    <message>
        <source>now</source>
        <translation>тепер</translation>
    </message>
    <message>
        <source>only one token can come from stdin; over the service Diia needs none</source>
        <translation>зі stdin можна прочитати лише один токен; через сервіс Дія його не потребує</translation>
    </message>
    <message>
        <source>the password&apos;s key in that place</source>
        <translation>ключ пароля в тому місці</translation>
    </message>
    <message>
        <source>where the platform&apos;s vault holds the password</source>
        <translation>де сховище платформи тримає пароль</translation>
    </message>
    <message>
        <source>%1 (%2 open, %3 would succeed now)  %4  %5  %6</source>
        <translation>%1 (відкритих: %2, тепер пройде: %3)  %4  %5  %6</translation>
    </message>
    <message>
        <source>%1 (%2 open, %3 would succeed now)  %4 … %5  %6</source>
        <translation>%1 (відкритих: %2, тепер пройде: %3)  %4 … %5  %6</translation>
    </message>
    <message>
        <source>%1 records kept.</source>
        <translation>Збережено записів: %1.</translation>
    </message>
    <message>
        <source>Nothing is about to expire.</source>
        <translation>Найближчим часом ніщо не зникне.</translation>
    </message>
    <message>
        <source>[expires %1: keep it with “dlt keep”]</source>
        <translation>[зникне %1: збережіть командою «dlt keep»]</translation>
    </message>
    <message>
        <source>all, however long they have left</source>
        <translation>усі, скільки б їм не лишалося</translation>
    </message>
    <message>
        <source>the file; by default one in the configuration&apos;s folder “kept”</source>
        <translation>файл; типово — у теці «kept» конфігурації</translation>
    </message>
    <message>
        <source>those that expire within this time (1d)</source>
        <translation>ті, що зникнуть за цей час (1d)</translation>
    </message>
    <message>
        <source>version of the notification service, for verdicts</source>
        <translation>версія служби сповіщень, для висновків</translation>
    </message>
    <message>
        <source>%1 records go again to %2 recipients.</source>
        <translation>Записів, що йдуть удруге: %1, отримувачів: %2.</translation>
    </message>
    <message>
        <source>%1 records would be delivered again to %2 recipients.</source>
        <translation>Записів, що дійдуть удруге: %1, отримувачів: %2.</translation>
    </message>
    <message>
        <source>%1 seems to be sending from %2 right now (run %3); this takes over.</source>
        <translation>Схоже, %1 саме зараз надсилає з %2 (запуск %3); цей запуск перебирає роботу.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 до %2</translation>
    </message>
    <message>
        <source>--verdict is would-succeed, would-fail or unknown</source>
        <translation>--verdict — це would-succeed, would-fail або unknown</translation>
    </message>
    <message>
        <source>One-time codes (otp in the name) have ten minutes, all others none.</source>
        <translation>Одноразові коди (otp у назві) мають десять хвилин, решта — без строку.</translation>
    </message>
    <message>
        <source>Only this computer remembers what was sent: the cluster does not allow the ledger.</source>
        <translation>Надіслане пам&apos;ятає лише цей комп&apos;ютер: кластер не дозволяє журналу.</translation>
    </message>
    <message>
        <source>Sending takes about %1 s.</source>
        <translation>Надсилання триватиме близько %1 с.</translation>
    </message>
    <message>
        <source>also what came back too often, comes too late, or was delivered already</source>
        <translation>також те, що поверталося занадто часто, запізнилося або вже доставлене</translation>
    </message>
    <message>
        <source>also what comes too late, was delivered already, or is a dead letter too</source>
        <translation>також те, що запізнилося, вже доставлене або є ще й серед невдалих</translation>
    </message>
    <message>
        <source>change each record by this JSON merge patch (RFC 7386)</source>
        <translation>змінити кожен запис цим виправленням JSON (RFC 7386)</translation>
    </message>
    <message>
        <source>how long messages of a template make sense; what is older is not sent again by itself</source>
        <translation>скільки часу повідомлення шаблону мають сенс; старіше саме собою вдруге не надсилається</translation>
    </message>
    <message>
        <source>how long to watch the first one (60s)</source>
        <translation>скільки стежити за першим (60s)</translation>
    </message>
    <message>
        <source>leave out recipients and channels that already got theirs</source>
        <translation>без отримувачів і каналів, які вже отримали своє</translation>
    </message>
    <message>
        <source>only those of this verdict: would-succeed, would-fail or unknown</source>
        <translation>лише з таким вердиктом: would-succeed, would-fail або unknown</translation>
    </message>
    <message>
        <source>send one first and watch what becomes of it; stop when failures come back</source>
        <translation>спершу надіслати один і простежити за ним; зупинитися, якщо невдачі повертаються</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл порожній</translation>
    </message>
    <message>
        <source>%1, secrets engine %2</source>
        <translation>%1, рушій секретів %2</translation>
    </message>
    <message>
        <source>--data and --regulation need --template</source>
        <translation>для --data і --regulation потрібен --template</translation>
    </message>
    <message>
        <source>--template needs --to: who is to get the letter?</source>
        <translation>для --template потрібен --to: кому надіслати лист?</translation>
    </message>
    <message>
        <source>--vault is not an http or https URL</source>
        <translation>--vault не є адресою http чи https</translation>
    </message>
    <message>
        <source>--vault-mount, --vault-role and --vault-ca need --vault</source>
        <translation>для --vault-mount, --vault-role і --vault-ca потрібен --vault</translation>
    </message>
    <message>
        <source>--vault-mount: “%1” is not the name of a secrets engine</source>
        <translation>--vault-mount: «%1» не є назвою рушія секретів</translation>
    </message>
    <message>
        <source>--vault: http would carry the passwords for everybody to read; https, or a port-forward, does not</source>
        <translation>--vault: через http паролі може прочитати будь-хто; користуйтеся https або port-forward</translation>
    </message>
    <message>
        <source>--vault: leave the token out, it is asked for</source>
        <translation>--vault: токен не пишіть, його буде запитано</translation>
    </message>
    <message>
        <source>Give one of --data, --sample and --event.</source>
        <translation>Вкажіть щось одне: --data, --sample або --event.</translation>
    </message>
    <message>
        <source>HashiCorp Vault (KV version 2) for the channels&apos; passwords</source>
        <translation>HashiCorp Vault (KV версії 2) для паролів каналів</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Збережено: %1</translation>
    </message>
    <message>
        <source>Password or token (empty: none yet)</source>
        <translation>Пароль або токен (порожньо: поки без нього)</translation>
    </message>
    <message>
        <source>Secret ID of the vault&apos;s role</source>
        <translation>Secret ID ролі сховища</translation>
    </message>
    <message>
        <source>The data is no JSON object.</source>
        <translation>Дані не є об’єктом JSON.</translation>
    </message>
    <message>
        <source>Token of the vault</source>
        <translation>Токен сховища</translation>
    </message>
    <message>
        <source>Written to the vault: %1, key %2.</source>
        <translation>Записано до сховища: %1, ключ %2.</translation>
    </message>
    <message>
        <source>a letter&apos;s text form instead of its HTML</source>
        <translation>текстова форма листа замість HTML</translation>
    </message>
    <message>
        <source>at most this many (100)</source>
        <translation>щонайбільше стільки (100)</translation>
    </message>
    <message>
        <source>certificates to trust for the vault, PEM</source>
        <translation>сертифікати, яким довіряти для сховища, PEM</translation>
    </message>
    <message>
        <source>delete a set of sample data</source>
        <translation>видалити набір зразкових даних</translation>
    </message>
    <message>
        <source>give a set of sample data another name</source>
        <translation>дати набору зразкових даних іншу назву</translation>
    </message>
    <message>
        <source>hide what identifies a person</source>
        <translation>приховати те, що вказує на особу</translation>
    </message>
    <message>
        <source>in the regulation</source>
        <translation>у регламенті</translation>
    </message>
    <message>
        <source>its parameters, JSON (else the sample data kept, or made up)</source>
        <translation>його параметри, JSON (інакше збережені зразкові дані або вигадані)</translation>
    </message>
    <message>
        <source>its secrets engine (registry-kv)</source>
        <translation>його рушій секретів (registry-kv)</translation>
    </message>
    <message>
        <source>keep a set of sample data; without a source it is made of what the template reads</source>
        <translation>зберегти набір зразкових даних; без джерела він створюється з того, що читає шаблон</translation>
    </message>
    <message>
        <source>keep it in the regulation, for everybody</source>
        <translation>тримати його в регламенті, для всіх</translation>
    </message>
    <message>
        <source>look there instead of user-notifications and its dead letters; may be repeated</source>
        <translation>шукати там замість user-notifications і недоставлених; можна повторювати</translation>
    </message>
    <message>
        <source>make the letter from this template</source>
        <translation>скласти лист за цим шаблоном</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>не читається</translation>
    </message>
    <message>
        <source>read passwords from stdin, a line each: Kafka, key, schema registry, database, access token, vault (those that apply)</source>
        <translation>читати паролі зі стандартного вводу, по рядку: Kafka, ключ, реєстр схем, база даних, токен доступу, сховище (лише потрібні)</translation>
    </message>
    <message>
        <source>real events that use a template, newest first, with what they bring it</source>
        <translation>справжні події, що використовують шаблон, від найновіших, з їхніми параметрами</translation>
    </message>
    <message>
        <source>role ID of an AppRole (without it a token is asked for)</source>
        <translation>role ID ролі AppRole (без нього буде запитано токен)</translation>
    </message>
    <message>
        <source>say what these parameters lack, and what of them is never read</source>
        <translation>сказати, чого бракує цим параметрам і що з них не читається</translation>
    </message>
    <message>
        <source>the JSON of a set of sample data</source>
        <translation>JSON набору зразкових даних</translation>
    </message>
    <message>
        <source>the named sets of sample data of a template</source>
        <translation>іменовані набори зразкових даних шаблону</translation>
    </message>
    <message>
        <source>the parameters of this sample set</source>
        <translation>параметри цього набору даних</translation>
    </message>
    <message>
        <source>the parameters that this real event brought (see templates events)</source>
        <translation>параметри, які принесла ця справжня подія (див. templates events)</translation>
    </message>
    <message>
        <source>the regulation that has the template (else the profile&apos;s)</source>
        <translation>регламент із цим шаблоном (інакше з профілю)</translation>
    </message>
    <message>
        <source>where the platform&apos;s vault holds the partner&apos;s token: vault:PATH</source>
        <translation>де сховище платформи тримає токен партнера: vault:ШЛЯХ</translation>
    </message>
    <message>
        <source>“--limit” wants a number from 1 on.</source>
        <translation>«--limit» потребує числа від 1.</translation>
    </message>
    <message>
        <source>%1 is a production profile; failed deliveries are sent again.</source>
        <translation>%1 — промисловий профіль; невдалі доставки надсилаються повторно.</translation>
    </message>
    <message>
        <source>%1 is a production profile; records of %2 are sent back.</source>
        <translation>%1 — промисловий профіль; записи з %2 надсилаються назад.</translation>
    </message>
    <message>
        <source>%1: deleted; kept in %2</source>
        <translation>%1: видалено; збережено в %2</translation>
    </message>
    <message>
        <source>%1: would be deleted</source>
        <translation>%1: буде видалено</translation>
    </message>
    <message>
        <source>--fix-also goes with --fix</source>
        <translation>--fix-also вживають разом із --fix</translation>
    </message>
    <message>
        <source>Group %1 is moved past %2 %3:%4.</source>
        <translation>Групу %1 буде пересунуто за %2 %3:%4.</translation>
    </message>
    <message>
        <source>Only this computer remembers it: the cluster does not allow the ledger.</source>
        <translation>Про це пам’ятає лише цей комп’ютер: кластер не дозволяє вести журнал.</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Щоб продовжити, введіть %1:</translation>
    </message>
    <message>
        <source>certificate valid for %1 days</source>
        <translation>сертифікат дійсний ще %1 дн.</translation>
    </message>
    <message>
        <source>token received</source>
        <translation>токен отримано</translation>
    </message>
    <message>
        <source>token valid for %1 min</source>
        <translation>токен дійсний ще %1 хв</translation>
    </message>
    <message>
        <source>with --fix: for this code also take the first way out of several (it may delete a file)</source>
        <translation>разом із --fix: для цього коду взяти й перше з кількох виправлень (воно може видалити файл)</translation>
    </message>
    <message>
        <source>without transactions; where the cluster forbids the ledger too, only this computer remembers what was sent; a crash may send twice</source>
        <translation>без транзакцій; де кластер забороняє й журнал, про надіслане пам’ятає лише цей комп’ютер; після збою можливе повторне надсилання</translation>
    </message>
    <message>
        <source> on %1</source>
        <translation> %1</translation>
    </message>
    <message>
        <source>%1%2, after %4 published it here on %3</source>
        <translation>%1%2, уже після публікації звідси %3 (%4)</translation>
    </message>
    <message>
        <source>(%1 times)</source>
        <translation>(разів: %1)</translation>
    </message>
    <message>
        <source>Register this Diia template although an earlier registration got no answer; may be given several times</source>
        <translation>Зареєструвати цей шаблон Дії, хоч на попередню реєстрацію не було відповіді; можна вказати кілька разів</translation>
    </message>
    <message>
        <source>[days left: %1]</source>
        <translation>[лишилося днів: %1]</translation>
    </message>
    <message>
        <source>[expires %1: keep it with “deliveries keep”]</source>
        <translation>[зникне %1: збережіть його командою «deliveries keep»]</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>невідомо</translation>
    </message>
    <message>
        <source>cannot tell: %1</source>
        <translation>невідомо: %1</translation>
    </message>
    <message>
        <source>somebody else changed the row</source>
        <translation>хтось інший змінив рядок</translation>
    </message>
    <message>
        <source>somebody else changed the title</source>
        <translation>хтось інший змінив заголовок</translation>
    </message>
    <message>
        <source>somebody has deleted the row since %2 published it here on %1</source>
        <translation>хтось видалив рядок уже після публікації звідси %1 (%2)</translation>
    </message>
    <message>
        <source>would fail: %1</source>
        <translation>не вдасться: %1</translation>
    </message>
    <message>
        <source>would succeed</source>
        <translation>тепер вдасться</translation>
    </message>
    <message>
        <source>give a template another name and say which business processes name it</source>
        <translation>дати шаблону іншу назву й сказати, які бізнес-процеси його називають</translation>
    </message>
    <message>
        <source>keep dead letters that are about to expire in a file, losing nothing</source>
        <translation>зберегти у файл відхилені записи, які ось-ось зникнуть, без жодних втрат</translation>
    </message>
    <message>
        <source>keep the audit of failed deliveries that is about to expire in a file, losing nothing</source>
        <translation>зберегти у файл аудит невдалих доставок, який ось-ось зникне, без жодних втрат</translation>
    </message>
    <message>
        <source>list the templates that stand in the database</source>
        <translation>перелічити шаблони, що є в базі даних</translation>
    </message>
    <message>
        <source>make a template from a starting text, or as a copy of another</source>
        <translation>створити шаблон із початкового тексту або як копію іншого</translation>
    </message>
    <message>
        <source>mark dead letters as handled, or take that back</source>
        <translation>позначити відхилені записи опрацьованими або скасувати це</translation>
    </message>
    <message>
        <source>mark failed deliveries as handled, or take that back</source>
        <translation>позначити невдалі доставки опрацьованими або скасувати це</translation>
    </message>
    <message>
        <source>publish templates as the platform&apos;s publisher would</source>
        <translation>опублікувати шаблони так, як це робить публікатор платформи</translation>
    </message>
    <message>
        <source>put an earlier version of a template back, as a publish of its own</source>
        <translation>повернути попередню версію шаблону окремою публікацією</translation>
    </message>
    <message>
        <source>say what a publish would do, template by template</source>
        <translation>сказати, що зробить публікація, шаблон за шаблоном</translation>
    </message>
    <message>
        <source>send dead letters back, each exactly once</source>
        <translation>повторно надіслати відхилені записи, кожен рівно один раз</translation>
    </message>
    <message>
        <source>send failed deliveries again, each to its one recipient and channel, exactly once</source>
        <translation>надіслати невдалі доставки знову, кожну її одному отримувачу й каналу, рівно один раз</translation>
    </message>
    <message>
        <source>what a changed template would have made of the last real events that used it</source>
        <translation>що змінений шаблон зробив би з останніх справжніх подій, які його використали</translation>
    </message>
    <message>
        <source>what a template looked like: its content, the difference to another version, or as a recipient saw it</source>
        <translation>яким був шаблон: його вміст, відмінність від іншої версії або вигляд для отримувача</translation>
    </message>
    <message>
        <source>what was published when, by whom and from which commit; of one template every version</source>
        <translation>що, коли, ким і з якого коміту опубліковано; для одного шаблону — усі версії</translation>
    </message>
    <message>
        <source>would fail again</source>
        <translation>знову не вдасться</translation>
    </message>
    <message>
        <source>would succeed; %1</source>
        <translation>пройде; %1</translation>
    </message>
    <message>
        <source>write dead letters to a file, losing nothing</source>
        <translation>записати відхилені записи у файл без втрат</translation>
    </message>
    <message>
        <source>No consumer group can be seen: nobody has committed anything yet, or the right Describe on the groups is missing.</source>
        <translation>Не видно жодної групи споживачів: або ще ніхто нічого не підтвердив, або бракує права Describe на групи.</translation>
    </message>
    <message>
        <source>The history of the repository still holds the token: ask Diia for a new one.</source>
        <translation>В історії репозиторію токен лишився: попросіть у Дії новий.</translation>
    </message>
    <message>
        <source>[an attempt: became %1]</source>
        <translation>[спроба: стала записом %1]</translation>
    </message>
    <message>
        <source>[an attempt; its dead letter was not found]</source>
        <translation>[спроба; її відхиленого запису не знайдено]</translation>
    </message>
    <message>
        <source>it is a list</source>
        <translation>це список</translation>
    </message>
    <message>
        <source>somebody touched the row on %1, after %3 published it here on %2; its text and title are the same</source>
        <translation>хтось торкався рядка %1, після того як %3 опублікував його тут %2; текст і заголовок ті самі</translation>
    </message>
    <message>
        <source>take an open token out of the file; it is kept in the vault or the keychain</source>
        <translation>прибрати відкритий токен із файлу; він зберігатиметься у сховищі або в&apos;язці ключів</translation>
    </message>
    <message>
        <source>Cannot be published as they are: %1</source>
        <translation>Не можна опублікувати в такому вигляді: %1</translation>
    </message>
    <message>
        <source>; of %1 nobody can tell</source>
        <translation>; про %1 сказати не можна</translation>
    </message>
    <message>
        <source>Not known, because not all of “%1” could be read: %2</source>
        <translation>Невідомо, бо прочитано не все з «%1»: %2</translation>
    </message>
    <message>
        <source>[an attempt; whether it became a dead letter cannot be told]</source>
        <translation>[спроба; чи потрапила вона до невдалих, сказати не можна]</translation>
    </message>
    <message>
        <source>[whether somebody handled it cannot be told]</source>
        <translation>[чи це вже хтось опрацював, сказати не можна]</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>сказати не можна</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>any moment</source>
        <translation>будь-якої миті</translation>
    </message>
    <message>
        <source>less than 1 h</source>
        <translation>менш ніж 1 год</translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>лишилася %n година</numerusform>
            <numerusform>лишилося %n години</numerusform>
            <numerusform>лишилося %n годин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>лишився %n день</numerusform>
            <numerusform>лишилося %n дні</numerusform>
            <numerusform>лишилося %n днів</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 would succeed, %2 too late</source>
        <translation>вдадуться: %1, запізно: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n would succeed</source>
        <translation>
            <numerusform>вдасться: %n</numerusform>
            <numerusform>вдадуться: %n</numerusform>
            <numerusform>вдадуться: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 would succeed</source>
        <translation>вдадуться: %1 з %2</translation>
    </message>
    <message numerus="yes">
        <source>%n would fail again</source>
        <translation>
            <numerusform>не вдасться: %n</numerusform>
            <numerusform>не вдадуться: %n</numerusform>
            <numerusform>не вдадуться: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>запізно: %n</numerusform>
            <numerusform>запізно: %n</numerusform>
            <numerusform>запізно: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be told</source>
        <translation>
            <numerusform>невідомо: %n</numerusform>
            <numerusform>невідомо: %n</numerusform>
            <numerusform>невідомо: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Changed before it was sent: %1</source>
        <translation>Змінено перед надсиланням: %1</translation>
    </message>
    <message>
        <source>It is no JSON: %1 in line %2, column %3 (“%4”).</source>
        <translation>Це не JSON: %1, рядок %2, позиція %3 («%4»).</translation>
    </message>
    <message>
        <source>Recipient: %1</source>
        <translation>Отримувач: %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Процес %1</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) before it was given up.</source>
        <translation>
            <numerusform>Відхилено після %n спроби.</numerusform>
            <numerusform>Відхилено після %n спроб.</numerusform>
            <numerusform>Відхилено після %n спроб.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has come back %n time(s).</source>
        <translation>
            <numerusform>Повертався %n раз.</numerusform>
            <numerusform>Повертався %n рази.</numerusform>
            <numerusform>Повертався %n разів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service could not read it and wrapped it %n time(s); the original is shown.</source>
        <translation>
            <numerusform>Служба не змогла його прочитати й загорнула %n раз; показано оригінал.</numerusform>
            <numerusform>Служба не змогла його прочитати й загорнула %n рази; показано оригінал.</numerusform>
            <numerusform>Служба не змогла його прочитати й загорнула %n разів; показано оригінал.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent back, it gets the type that its topic expects: %1</source>
        <translation>Під час повторного надсилання отримає тип, якого очікує топік: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Адреса: %1</translation>
    </message>
    <message>
        <source>Which recipient it was cannot be told: the event itself brought recipientRoles along.</source>
        <translation>Неможливо сказати, який це отримувач: подія сама містила recipientRoles.</translation>
    </message>
    <message numerus="yes">
        <source>The same failure was written %n time(s): the event was tried that often.</source>
        <translation>
            <numerusform>Той самий збій записано %n раз: стільки було спроб.</numerusform>
            <numerusform>Той самий збій записано %n рази: стільки було спроб.</numerusform>
            <numerusform>Той самий збій записано %n разів: стільки було спроб.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service said: %1</source>
        <translation>Служба повідомила: %1</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Notification templates, channels, topics and failures of a registry.</source>
        <translation>Шаблони сповіщень, канали, топіки та збої реєстру.</translation>
    </message>
    <message>
        <source>Profile to work with.</source>
        <translation>Профіль, з яким працювати.</translation>
    </message>
    <message>
        <source>Folder of settings and profiles.</source>
        <translation>Тека налаштувань і профілів.</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Мова вікна.</translation>
    </message>
    <message>
        <source>Walk through the window on the sandbox and leave a picture of each step in this folder.</source>
        <translation>Пройти вікном на пісочниці й залишити в цій теці знімок кожного кроку.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Показати версію.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Показати цю довідку.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>Незрозумілий аргумент «%1».</translation>
    </message>
    <message>
        <source>--lang is uk or en</source>
        <translation>--lang може бути uk або en</translation>
    </message>
    <message>
        <source>Size of the tour&apos;s pictures in pixels.</source>
        <translation>Розмір зображень обходу в пікселях.</translation>
    </message>
    <message>
        <source>--tour-size is like 1360x860, and not below 400x300</source>
        <translation>--tour-size задають як 1360x860, не менше ніж 400x300</translation>
    </message>
</context>
<context>
    <name>nc::AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation>Про програму</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · GPL-3.0</source>
        <translation>Версія %1 · Qt %2 · GPL-3.0</translation>
    </message>
    <message>
        <source>present</source>
        <translation>є</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Letters are previewed in a simple view, not as a browser shows them.</source>
        <translation>Листи показуються у спрощеному вигляді, а не так, як у браузері.</translation>
    </message>
    <message>
        <source>Email templates cannot be prepared or previewed, and the sandbox has no Kafka.</source>
        <translation>Шаблони електронної пошти не можна підготувати чи переглянути, а пісочниця не має Kafka.</translation>
    </message>
    <message>
        <source>Template helper</source>
        <translation>Помічник шаблонів</translation>
    </message>
    <message>
        <source>Email templates cannot be prepared, and nothing can be previewed.</source>
        <translation>Шаблони електронної пошти не можна підготувати, і попереднього перегляду немає.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Пісочниця</translation>
    </message>
    <message>
        <source>There is no private PostgreSQL and Kafka for trying things out.</source>
        <translation>Немає власних PostgreSQL і Kafka для спроб.</translation>
    </message>
</context>
<context>
    <name>nc::ActivityPage</name>
    <message>
        <source>Copy selected rows</source>
        <translation>Копіювати вибрані рядки</translation>
    </message>
    <message>
        <source>Find in what was done</source>
        <translation>Знайти у зробленому</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Над чим</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профіль</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>Reading what was done…</source>
        <translation>Читання журналу дій…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запис</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записів</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>No entry has these words.</source>
        <translation>Жоден запис не містить цих слів.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>Nothing was done yet. What you publish, replay or commit is written down here, and what your colleagues send again or discard.</source>
        <translation>Поки нічого не зроблено. Тут записується те, що ви публікуєте, надсилаєте повторно чи фіксуєте, а також те, що повторно надсилають або списують ваші колеги.</translation>
    </message>
</context>
<context>
    <name>nc::AuthoringPane</name>
    <message>
        <source>Find a template</source>
        <translation>Знайти шаблон</translation>
    </message>
    <message>
        <source>Choose a template at the left to edit it and to see what a reader gets.</source>
        <translation>Виберіть шаблон ліворуч, щоб змінити його й побачити, що отримає читач.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Зразок</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Змінні</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Проблеми (%1)</translation>
    </message>
</context>
<context>
    <name>nc::Card</name>
    <message>
        <source>problem</source>
        <translation>проблема</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
</context>
<context>
    <name>nc::ChannelsPage</name>
    <message>
        <source>Review and save…</source>
        <translation>Переглянути й зберегти…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторити дію</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Повернути як у файлі</translation>
    </message>
    <message>
        <source>Commit…</source>
        <translation>Закомітити…</translation>
    </message>
    <message>
        <source>This profile names no clone of the registry&apos;s configuration.</source>
        <translation>У цьому профілі не вказано клону конфігурації реєстру.</translation>
    </message>
    <message>
        <source>Reading the channels&apos; settings</source>
        <translation>Читання налаштувань каналів</translation>
    </message>
    <message>
        <source>values.yaml was changed by somebody else meanwhile.</source>
        <translation>Тим часом values.yaml змінив хтось інший.</translation>
    </message>
    <message>
        <source>Load it, drop my change</source>
        <translation>Завантажити, мою зміну відкинути</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ще не збережено</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>Ще не заповнено</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n проблема</numerusform>
            <numerusform>%n проблеми</numerusform>
            <numerusform>%n проблем</numerusform>
        </translation>
    </message>
    <message>
        <source>branch %1</source>
        <translation>гілка %1</translation>
    </message>
    <message>
        <source>not committed</source>
        <translation>не закомічено</translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation>
            <numerusform>%n коміт не надіслано</numerusform>
            <numerusform>%n коміти не надіслано</numerusform>
            <numerusform>%n комітів не надіслано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind</source>
        <translation>
            <numerusform>відстає на %n коміт</numerusform>
            <numerusform>відстає на %n коміти</numerusform>
            <numerusform>відстає на %n комітів</numerusform>
        </translation>
    </message>
    <message>
        <source>Save values.yaml</source>
        <translation>Зберегти values.yaml</translation>
    </message>
    <message>
        <source>This is the configuration of a production registry.</source>
        <translation>Це конфігурація промислового реєстру.</translation>
    </message>
    <message>
        <source>Saved. The platform takes it over once it is committed and merged.</source>
        <translation>Збережено. Платформа застосує зміни після коміту та злиття.</translation>
    </message>
    <message>
        <source>Committed.</source>
        <translation>Закомічено.</translation>
    </message>
    <message>
        <source>Pushed to %1.</source>
        <translation>Надіслано до %1.</translation>
    </message>
    <message>
        <source>Offered for review: %1</source>
        <translation>Подано на перегляд: %1</translation>
    </message>
    <message>
        <source>What you have changed is not saved.</source>
        <translation>Ваших змін не збережено.</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <source>values.yaml</source>
        <translation>values.yaml</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Відмінності</translation>
    </message>
    <message>
        <source>On the cluster</source>
        <translation>У кластері</translation>
    </message>
    <message>
        <source>Views of the settings</source>
        <translation>Подання налаштувань</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>У файлі</translation>
    </message>
    <message>
        <source>After saving</source>
        <translation>Після збереження</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Нічого не змінено.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Зараз</translation>
    </message>
    <message>
        <source>After this change</source>
        <translation>Після цієї зміни</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Перевірити з’єднання</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Проблеми (%1)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>З’єднання</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Перевірка %1</translation>
    </message>
    <message>
        <source>Test letter from %1 to %2</source>
        <translation>Пробний лист від %1 до %2</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>There is no keychain here: the password is encrypted in %1.</source>
        <translation>Тут немає системного сховища паролів: пароль зашифровано у файлі %1.</translation>
    </message>
    <message>
        <source>These settings put nothing on the cluster.</source>
        <translation>Ці налаштування нічого не створюють у кластері.</translation>
    </message>
</context>
<context>
    <name>nc::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Що потрібно зробити?</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Пошук команди</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Немає команди з такими літерами.</translation>
    </message>
</context>
<context>
    <name>nc::CommitDialog</name>
    <message>
        <source>Commit</source>
        <translation>Закомітити</translation>
    </message>
    <message>
        <source>Commit %1 on branch %2</source>
        <translation>Закомітити %1 у гілці %2</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Повідомлення</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>&amp;Push to Gerrit for review (refs/for/…)</source>
        <translation>&amp;Надіслати на перегляд у Gerrit (refs/for/…)</translation>
    </message>
    <message>
        <source>&amp;Push to the remote</source>
        <translation>&amp;Надіслати до віддаленого репозиторію</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Гілка</translation>
    </message>
    <message numerus="yes">
        <source>The clone lacks %n commit(s) of the remote: bring it up to date first.</source>
        <translation>
            <numerusform>У клоні бракує %n коміту з віддаленого репозиторію: спершу оновіть його.</numerusform>
            <numerusform>У клоні бракує %n комітів із віддаленого репозиторію: спершу оновіть його.</numerusform>
            <numerusform>У клоні бракує %n комітів із віддаленого репозиторію: спершу оновіть його.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Commit and push</source>
        <translation>Закомітити й надіслати</translation>
    </message>
</context>
<context>
    <name>nc::ComparePane</name>
    <message>
        <source>Published</source>
        <translation>Опубліковане</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Редаговане</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Листи</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Обидва однакові.</translation>
    </message>
    <message>
        <source>What is published cannot be rendered with these data: %1</source>
        <translation>Опубліковане не вдається заповнити цими даними: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n differences with these data.</source>
        <translation>
            <numerusform>%n відмінність із цими даними.</numerusform>
            <numerusform>%n відмінності з цими даними.</numerusform>
            <numerusform>%n відмінностей із цими даними.</numerusform>
        </translation>
    </message>
    <message>
        <source>Published and edited are the same.</source>
        <translation>Опубліковане й редаговане однакові.</translation>
    </message>
    <message>
        <source>The sources differ, but with these data the reader sees the same.</source>
        <translation>Джерела різняться, але з цими даними читач бачить те саме.</translation>
    </message>
    <message>
        <source>Reading what is published…</source>
        <translation>Читаємо опубліковане…</translation>
    </message>
</context>
<context>
    <name>nc::ConfirmDialog</name>
    <message>
        <source>This is production. Type “%1” to go on.</source>
        <translation>Це промислове середовище. Щоб продовжити, введіть «%1».</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Type “%1” to go on.</source>
        <translation>Щоб продовжити, введіть «%1».</translation>
    </message>
</context>
<context>
    <name>nc::ConflictBar</name>
    <message>
        <source>%1 was changed by somebody else while you were editing it. Nothing was written.</source>
        <translation>%1 змінив хтось інший, поки ви редагували. Нічого не записано.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Лишити мою версію</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Узяти чужу версію</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>Порівняти й об’єднати…</translation>
    </message>
</context>
<context>
    <name>nc::ConnectionPanel</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>З’єднання</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрування</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Вітання</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Токен сеансу</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 мс</translation>
    </message>
    <message>
        <source>Not tried: no password is known.</source>
        <translation>Не пробували: пароль невідомий.</translation>
    </message>
    <message>
        <source>Not tried: no token is known.</source>
        <translation>Не пробували: токен невідомий.</translation>
    </message>
    <message>
        <source>None: the address is http.</source>
        <translation>Немає: адреса має вигляд http.</translation>
    </message>
    <message>
        <source>Not reached.</source>
        <translation>Не дійшло.</translation>
    </message>
    <message>
        <source>Mail server: %1</source>
        <translation>Поштовий сервер: %1</translation>
    </message>
    <message>
        <source>Mail server: only a complete external server can be tested from here.</source>
        <translation>Поштовий сервер: звідси можна перевірити лише повністю налаштований зовнішній сервер.</translation>
    </message>
    <message>
        <source>Password of the mail server</source>
        <translation>Пароль поштового сервера</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Перевірити з’єднання</translation>
    </message>
    <message>
        <source>Address for a test letter</source>
        <translation>Адреса для пробного листа</translation>
    </message>
    <message>
        <source>Send test letter</source>
        <translation>Надіслати пробний лист</translation>
    </message>
    <message>
        <source>Diia: %1</source>
        <translation>Дія: %1</translation>
    </message>
    <message>
        <source>Diia: the channel is not set up.</source>
        <translation>Дія: канал не налаштовано.</translation>
    </message>
    <message>
        <source>Partner&apos;s token</source>
        <translation>Токен партнера</translation>
    </message>
    <message>
        <source>Test Diia</source>
        <translation>Перевірити Дію</translation>
    </message>
    <message>
        <source>Keep what is typed in the keychain</source>
        <translation>Зберегти введене у сховищі ключів</translation>
    </message>
    <message>
        <source>Password and token are used for the test alone; they are never written to values.yaml.</source>
        <translation>Пароль і токен використовуються лише для перевірки; до values.yaml вони не потрапляють.</translation>
    </message>
    <message>
        <source>Password (empty: the form&apos;s, else the one kept)</source>
        <translation>Пароль (порожньо: з форми або збережений)</translation>
    </message>
    <message>
        <source>Plain test letter</source>
        <translation>Простий пробний лист</translation>
    </message>
    <message>
        <source>What the test letter is made from</source>
        <translation>За чим скласти пробний лист</translation>
    </message>
    <message>
        <source>A template of the regulation, filled with its sample data and marked as a test</source>
        <translation>Шаблон регламенту, заповнений зразковими даними й позначений як тест</translation>
    </message>
    <message>
        <source>Partner&apos;s token (empty: the form&apos;s, else the one kept)</source>
        <translation>Токен партнера (порожньо: з форми або збережений)</translation>
    </message>
    <message>
        <source>Authorities to trust besides the system&apos;s, PEM file</source>
        <translation>Додаткові центри сертифікації, файл PEM</translation>
    </message>
    <message>
        <source>Choose the file of authorities</source>
        <translation>Вибрати файл центрів сертифікації</translation>
    </message>
    <message numerus="yes">
        <source>certificate valid for %n day(s)</source>
        <translation>
            <numerusform>сертифікат дійсний ще %n день</numerusform>
            <numerusform>сертифікат дійсний ще %n дні</numerusform>
            <numerusform>сертифікат дійсний ще %n днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid for %n minute(s)</source>
        <translation>
            <numerusform>дійсний ще %n хвилину</numerusform>
            <numerusform>дійсний ще %n хвилини</numerusform>
            <numerusform>дійсний ще %n хвилин</numerusform>
        </translation>
    </message>
    <message>
        <source>received</source>
        <translation>отримано</translation>
    </message>
</context>
<context>
    <name>nc::DataTable</name>
    <message>
        <source>Copy cell</source>
        <translation>Копіювати клітинку</translation>
    </message>
    <message>
        <source>Copy rows with titles</source>
        <translation>Копіювати рядки із заголовками</translation>
    </message>
</context>
<context>
    <name>nc::DeliveriesTab</name>
    <message>
        <source>failed deliveries</source>
        <translation>невдалі доставки</translation>
    </message>
    <message>
        <source>This cluster has no topic audit-events, so nothing tells about deliveries that failed silently.</source>
        <translation>У цьому кластері немає топіка audit-events, тож про мовчазні невдалі доставки дізнатися нізвідки.</translation>
    </message>
    <message>
        <source>No delivery has failed without a dead letter, as far back as audit-events goes.</source>
        <translation>Усі невдалі доставки залишили відхилений запис — наскільки сягає audit-events.</translation>
    </message>
    <message>
        <source>%1 audit records looked at</source>
        <translation>переглянуто записів аудиту: %1</translation>
    </message>
    <message>
        <source>%1 deliveries failed without a dead letter, %2 open</source>
        <translation>невдалих доставок без відхиленого запису: %1, відкритих: %2</translation>
    </message>
    <message>
        <source>Filter failed deliveries</source>
        <translation>Фільтр невдалих доставок</translation>
    </message>
    <message>
        <source>Failed deliveries</source>
        <translation>Невдалі доставки</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Зникне</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
</context>
<context>
    <name>nc::DiffView</name>
    <message>
        <source>No differences</source>
        <translation>Відмінностей немає</translation>
    </message>
</context>
<context>
    <name>nc::DiiaForm</name>
    <message>
        <source>Diia</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>Send to the &amp;Diia app</source>
        <translation>Надсилати в застосунок &amp;Дія</translation>
    </message>
    <message>
        <source>&amp;URL of Diia&apos;s API</source>
        <translation>&amp;Адреса API Дії</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Скринька кабінету</translation>
    </message>
    <message>
        <source>The inbox of the citizen&apos;s portal is always on. There is nothing to set.</source>
        <translation>Скринька в кабінеті отримувача послуг увімкнена завжди. Налаштовувати нічого.</translation>
    </message>
    <message>
        <source>Partner&apos;s &amp;token</source>
        <translation>&amp;Токен партнера</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>Written to the vault when you save, under the place below.</source>
        <translation>Під час збереження буде записано до сховища, за місцем нижче.</translation>
    </message>
    <message>
        <source>Kept by the console, for testing alone: the profile names no vault. The platform reads its own.</source>
        <translation>Консоль зберігає його лише для перевірки: у профілі немає сховища. Платформа читає зі свого.</translation>
    </message>
    <message>
        <source>Place of the token in the va&amp;ult</source>
        <translation>Місце токена у с&amp;ховищі</translation>
    </message>
    <message>
        <source>The token stands in the file itself, for everybody to read.</source>
        <translation>Токен записано просто у файлі, його може прочитати кожен.</translation>
    </message>
    <message>
        <source>The token leaves the file and is kept safely. The repository&apos;s history still holds it: ask Diia for a new one.</source>
        <translation>Токен зникне з файлу й зберігатиметься надійно. В історії репозиторію він лишився: попросіть у Дії новий.</translation>
    </message>
    <message>
        <source>&amp;Move it out of the file</source>
        <translation>&amp;Винести його з файлу</translation>
    </message>
</context>
<context>
    <name>nc::DiscardDialog</name>
    <message numerus="yes">
        <source>Discard %n record(s)</source>
        <translation>
            <numerusform>Списати %n запис</numerusform>
            <numerusform>Списати %n записи</numerusform>
            <numerusform>Списати %n записів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of %1 will be marked as handled. They stay where they are, and this can be taken back.</source>
        <translation>
            <numerusform>%n запис із %1 буде позначено опрацьованим. Він лишиться на місці, і це можна скасувати.</numerusform>
            <numerusform>%n записи з %1 буде позначено опрацьованими. Вони лишаться на місці, і це можна скасувати.</numerusform>
            <numerusform>%n записів із %1 буде позначено опрацьованими. Вони лишаться на місці, і це можна скасувати.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Type %1 to confirm: this is a production profile.</source>
        <translation>Щоб підтвердити, введіть %1: це промисловий профіль.</translation>
    </message>
</context>
<context>
    <name>nc::EditDialog</name>
    <message>
        <source>Change the record before it goes to %1</source>
        <translation>Змінити запис, перш ніж він піде до %1</translation>
    </message>
    <message>
        <source>Change every record before it is sent</source>
        <translation>Змінити кожен запис перед надсиланням</translation>
    </message>
    <message>
        <source>JSON merge patch</source>
        <translation>Накладка JSON</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>Merge patch</source>
        <translation>Накладка</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Як було</translation>
    </message>
    <message>
        <source>As it goes</source>
        <translation>Як піде</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Нічого не змінено.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Відмінності</translation>
    </message>
    <message>
        <source>A JSON merge patch (RFC 7386) for each record: what is named is replaced, null removes, everything else stays. It stands in the ledger.</source>
        <translation>Накладка JSON (RFC 7386) для кожного запису: назване замінюється, null вилучає, решта лишається. Вона буде в журналі.</translation>
    </message>
    <message>
        <source>What you change stands in the ledger. The dead letter itself stays as it is.</source>
        <translation>Ваші зміни будуть у журналі. Сам відхилений запис не змінюється.</translation>
    </message>
    <message>
        <source>Use this patch</source>
        <translation>Застосувати накладку</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>Застосувати значення</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Рядок %1, позиція %2: %3</translation>
    </message>
    <message>
        <source>A patch names at least one field, in braces.</source>
        <translation>Накладка називає принаймні одне поле, у фігурних дужках.</translation>
    </message>
    <message>
        <source>The patch is in order.</source>
        <translation>Накладка правильна.</translation>
    </message>
    <message>
        <source>%1 can read it.</source>
        <translation>%1 зможе це прочитати.</translation>
    </message>
</context>
<context>
    <name>nc::EmailForm</name>
    <message>
        <source>Encrypted: TLS</source>
        <translation>Шифрування: TLS</translation>
    </message>
    <message>
        <source>Encrypted: STARTTLS</source>
        <translation>Шифрування: STARTTLS</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>&amp;Platform&apos;s mail server</source>
        <translation>Поштовий сервер &amp;платформи</translation>
    </message>
    <message>
        <source>Letters come from &lt;registry&gt;@&lt;domain of the platform&gt;. Nothing else is to be set.</source>
        <translation>Листи надходять з &lt;реєстр&gt;@&lt;домен платформи&gt;. Більше нічого налаштовувати.</translation>
    </message>
    <message>
        <source>&amp;External mail server</source>
        <translation>&amp;Зовнішній поштовий сервер</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Хост</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>П&amp;орт</translation>
    </message>
    <message>
        <source>&amp;Address (sender and user name)</source>
        <translation>&amp;Адреса (відправник і користувач)</translation>
    </message>
    <message>
        <source>The password stands in the file itself, for everybody to read.</source>
        <translation>Пароль записано в самому файлі, його може прочитати кожен.</translation>
    </message>
    <message>
        <source>&amp;Move it out of the file</source>
        <translation>&amp;Винести його з файлу</translation>
    </message>
    <message>
        <source>Place of the password in the &amp;vault</source>
        <translation>Місце пароля у с&amp;ховищі</translation>
    </message>
    <message>
        <source>The password leaves the file and is kept safely. The repository&apos;s history still holds it: change it at the mail server, too.</source>
        <translation>Пароль буде вилучено з файлу й надійно збережено. В історії репозиторію він лишається: змініть його й на поштовому сервері.</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Паро&amp;ль</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>Written to the vault when you save, under the place below.</source>
        <translation>Під час збереження буде записано до сховища, за місцем нижче.</translation>
    </message>
    <message>
        <source>Kept by the console, for testing alone: the profile names no vault. The platform reads its own.</source>
        <translation>Консоль зберігає його лише для перевірки: у профілі немає сховища. Платформа читає зі свого.</translation>
    </message>
</context>
<context>
    <name>nc::EventDialog</name>
    <message>
        <source>Events that use %1</source>
        <translation>Події, що використовують %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Звідки</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процес</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметри</translation>
    </message>
    <message>
        <source>People are masked here; the set gets what the event really brought.</source>
        <translation>Тут дані людей приховано; до набору потрапить те, що справді принесла подія.</translation>
    </message>
    <message>
        <source>Take as sample data</source>
        <translation>Узяти як зразкові дані</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Looking through the topics for %1</source>
        <translation>Шукаємо %1 у топіках</translation>
    </message>
    <message>
        <source>Not all could be looked through: %1</source>
        <translation>Не все вдалося переглянути: %1</translation>
    </message>
    <message>
        <source>No event in the topics uses %1. The sample set made from the template itself is there.</source>
        <translation>Жодна подія в топіках не використовує %1. Набір, створений із самого шаблону, вже є.</translation>
    </message>
</context>
<context>
    <name>nc::FailureDetail</name>
    <message>
        <source>By the rules of notification-service %1</source>
        <translation>За правилами notification-service %1</translation>
    </message>
    <message>
        <source>%1/%2, line %3: %4</source>
        <translation>%1/%2, рядок %3: %4</translation>
    </message>
    <message>
        <source>This record has no value.</source>
        <translation>Цей запис не має значення.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Open the template with this event as its data</source>
        <translation>Відкрити шаблон із даними цієї події</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Open the channel&apos;s settings</source>
        <translation>Відкрити налаштування каналу</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топік</translation>
    </message>
    <message>
        <source>Show the record in its topic</source>
        <translation>Показати запис у його топіку</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Людина</translation>
    </message>
    <message>
        <source>Find what happened to this person&apos;s messages</source>
        <translation>З’ясувати, що сталося з повідомленнями цієї людини</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Стек</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation>Хто отримав</translation>
    </message>
</context>
<context>
    <name>nc::FailuresPage</name>
    <message>
        <source>Replay…</source>
        <translation>Надіслати повторно…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Списати…</translation>
    </message>
    <message>
        <source>Take discard back</source>
        <translation>Скасувати списання</translation>
    </message>
    <message>
        <source>Failed deliveries</source>
        <translation>Невдалі доставки</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Затримані</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Відхилені записи</translation>
    </message>
    <message>
        <source>Kinds of failures</source>
        <translation>Види збоїв</translation>
    </message>
    <message numerus="yes">
        <source>%n consumer(s) stand still</source>
        <translation>
            <numerusform>%n споживач стоїть</numerusform>
            <numerusform>%n споживачі стоять</numerusform>
            <numerusform>%n споживачів стоять</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep in a file…</source>
        <translation>Зберегти у файл…</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Копіювати вибрані рядки</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Приховати персональні дані</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Надіслати ще раз…</translation>
    </message>
    <message>
        <source>One person&apos;s messages</source>
        <translation>Повідомлення людини</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Журнал збоїв</translation>
    </message>
</context>
<context>
    <name>nc::FailuresTab</name>
    <message>
        <source>Reading was stopped.</source>
        <translation>Читання зупинено.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитати ще раз</translation>
    </message>
    <message>
        <source>None of them passes this filter.</source>
        <translation>Жоден запис не проходить цей фільтр.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати всі</translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n група</numerusform>
            <numerusform>%n групи</numerusform>
            <numerusform>%n груп</numerusform>
        </translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Будь-який стан</translation>
    </message>
    <message>
        <source>Not handled</source>
        <translation>Не опрацьовані</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Повернулися</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Надіслані ще раз</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Списані</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Будь-який висновок</translation>
    </message>
    <message>
        <source>Would succeed now</source>
        <translation>Тепер вдадуться</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Запізно</translation>
    </message>
    <message>
        <source>Would fail again</source>
        <translation>Знову не вдадуться</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>Невідомо</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкриті</translation>
    </message>
    <message>
        <source>Would it work now</source>
        <translation>Чи вдасться тепер</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Перший</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Останній</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Причини</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are open again.</source>
        <translation>
            <numerusform>Знову відкрито %n запис.</numerusform>
            <numerusform>Знову відкрито %n записи.</numerusform>
            <numerusform>Знову відкрито %n записів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) discarded.</source>
        <translation>
            <numerusform>Списано %n запис.</numerusform>
            <numerusform>Списано %n записи.</numerusform>
            <numerusform>Списано %n записів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Keep the records in</source>
        <translation>Зберегти записи у файл</translation>
    </message>
    <message>
        <source>Records (*.jsonl)</source>
        <translation>Записи (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) kept in %1, byte for byte.</source>
        <translation>
            <numerusform>%n запис збережено в %1, байт у байт.</numerusform>
            <numerusform>%n записи збережено в %1, байт у байт.</numerusform>
            <numerusform>%n записів збережено в %1, байт у байт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open record(s) have less than a day left before Kafka removes them.</source>
        <translation>
            <numerusform>%n відкритий запис Kafka вилучить менш ніж за добу.</numerusform>
            <numerusform>%n відкриті записи Kafka вилучить менш ніж за добу.</numerusform>
            <numerusform>%n відкритих записів Kafka вилучить менш ніж за добу.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them in a file…</source>
        <translation>Зберегти їх у файл…</translation>
    </message>
    <message>
        <source>None of them is open: there is nothing to discard.</source>
        <translation>Серед них немає відкритих: списувати нічого.</translation>
    </message>
    <message>
        <source>None of them is discarded.</source>
        <translation>Серед них немає списаних.</translation>
    </message>
    <message>
        <source>Not everything could be read, so this is not all: %1</source>
        <translation>Прочитано не все, тож це не повний перелік: %1</translation>
    </message>
</context>
<context>
    <name>nc::FileActions</name>
    <message>
        <source>Name of the style sheet:</source>
        <translation>Назва таблиці стилів:</translation>
    </message>
    <message>
        <source>Only letters have style sheets; choose one first.</source>
        <translation>Таблиці стилів бувають лише в листів; спершу виберіть лист.</translation>
    </message>
    <message>
        <source>New style sheet</source>
        <translation>Нова таблиця стилів</translation>
    </message>
    <message>
        <source>%1 has unsaved texts; save it first.</source>
        <translation>У %1 є незбережені тексти; спершу збережіть їх.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Перейменувати %1</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 видалено.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>%1 is a JPEG now; the old picture is kept in %2.</source>
        <translation>%1 тепер JPEG; попереднє зображення збережено в %2.</translation>
    </message>
</context>
<context>
    <name>nc::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Знайти</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Замінити на</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>Розрізняти великі й малі літери</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярний вираз</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Попереднє (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Наступне (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Замінити все</translation>
    </message>
    <message>
        <source>Wrong expression</source>
        <translation>Хибний вираз</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Знайдено: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>Replaced: %1</source>
        <translation>Замінено: %1</translation>
    </message>
</context>
<context>
    <name>nc::HistoryPane</name>
    <message>
        <source>Versions</source>
        <translation>Версії</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Від</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Хто опублікував</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Коміт</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Порівняти з</translation>
    </message>
    <message>
        <source>what stands there now</source>
        <translation>тим, що є тепер</translation>
    </message>
    <message>
        <source>the version before</source>
        <translation>попередньою версією</translation>
    </message>
    <message>
        <source>the directory</source>
        <translation>текою</translation>
    </message>
    <message>
        <source>Put this version back…</source>
        <translation>Повернути цю версію…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Відмінність</translation>
    </message>
    <message>
        <source>As a reader saw it</source>
        <translation>Як бачив читач</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Обидві однакові.</translation>
    </message>
    <message>
        <source>Difference between two versions</source>
        <translation>Відмінність між двома версіями</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Читання історії</translation>
    </message>
    <message>
        <source>This template is not in the database, and this console has not changed it yet. What stands there before each publish is kept from then on.</source>
        <translation>Цього шаблону немає в базі даних, і ця консоль його ще не змінювала. Відтоді зберігається все, що було до кожної публікації.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версія %1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Нічого</translation>
    </message>
    <message>
        <source>Now in the database</source>
        <translation>Тепер у базі даних</translation>
    </message>
    <message>
        <source>Nothing stands there now</source>
        <translation>Тепер там нічого немає</translation>
    </message>
    <message>
        <source>There is no directory</source>
        <translation>Теки немає</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>У теці</translation>
    </message>
    <message>
        <source>The content of this version was not kept.</source>
        <translation>Вміст цієї версії не збережено.</translation>
    </message>
</context>
<context>
    <name>nc::ImpactPane</name>
    <message>
        <source>No event in user-notifications has used this template yet.</source>
        <translation>Жодна подія в user-notifications ще не використовувала цього шаблону.</translation>
    </message>
    <message>
        <source>Newest events</source>
        <translation>Найновіші події</translation>
    </message>
    <message>
        <source>How many events</source>
        <translation>Скільки подій</translation>
    </message>
    <message>
        <source>Real events</source>
        <translation>Справжні події</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нове</translation>
    </message>
    <message>
        <source>This recipient would get the same.</source>
        <translation>Цей отримувач отримав би те саме.</translation>
    </message>
    <message>
        <source>What the recipient got and would get</source>
        <translation>Що отримувач отримав і що отримав би</translation>
    </message>
    <message>
        <source>There is no new text to try: the template cannot be prepared.</source>
        <translation>Немає нового тексту для перевірки: шаблон не вдається підготувати.</translation>
    </message>
    <message>
        <source>Looking for events that used it</source>
        <translation>Пошук подій, що його використали</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <translation>не вдаються: %1</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1 інакші</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 такі самі</translation>
    </message>
    <message>
        <source>%1 work now</source>
        <translation>тепер вдаються: %1</translation>
    </message>
    <message>
        <source>of %1 that used it: %2</source>
        <translation>з %1, що його використали: %2</translation>
    </message>
    <message>
        <source>Not delivered:</source>
        <translation>Не доставлено:</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Новий текст</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Тема: %1</translation>
    </message>
</context>
<context>
    <name>nc::LedgerTab</name>
    <message>
        <source>the ledger</source>
        <translation>журнал збоїв</translation>
    </message>
    <message>
        <source>Nothing was sent again or discarded yet. What you and your colleagues do with failures is written down here.</source>
        <translation>Поки нічого не надсилали повторно й не списували. Тут записується, що ви та колеги робите зі збоями.</translation>
    </message>
    <message>
        <source>No entry has these words.</source>
        <translation>Жоден запис не містить цих слів.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>Places in %1: %2</source>
        <translation>Місця в %1: %2</translation>
    </message>
    <message>
        <source>Sent at least once: the ledger topic or transactions were forbidden.</source>
        <translation>Надіслано щонайменше раз: транзакції або топік журналу були заборонені.</translation>
    </message>
    <message>
        <source>Changed before it was sent: %1</source>
        <translation>Змінено перед надсиланням: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are open again.</source>
        <translation>
            <numerusform>Знову відкрито %n запис.</numerusform>
            <numerusform>Знову відкрито %n записи.</numerusform>
            <numerusform>Знову відкрито %n записів.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were open already, or sent meanwhile.</source>
        <translation>Вони вже були відкриті або їх тим часом надіслано.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запис</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записів</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in the ledger</source>
        <translation>Шукати в журналі збоїв</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Журнал збоїв</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топік</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ціль</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Гарантія</translation>
    </message>
    <message>
        <source>Not all of the ledger could be read: %1</source>
        <translation>Журнал прочитано не весь: %1</translation>
    </message>
</context>
<context>
    <name>nc::LetterCanvas</name>
    <message>
        <source>Preview of the letter</source>
        <translation>Перегляд листа</translation>
    </message>
</context>
<context>
    <name>nc::LettersTab</name>
    <message>
        <source>dead-letter topics</source>
        <translation>топіки відхилених записів</translation>
    </message>
    <message>
        <source>This cluster has no dead-letter topic.</source>
        <translation>У цьому кластері немає топіків відхилених записів.</translation>
    </message>
    <message>
        <source>%1 — %2 open of %3</source>
        <translation>%1 — відкритих: %2 з %3</translation>
    </message>
    <message>
        <source>Only the first %1 records are shown; a filter finds the others.</source>
        <translation>Показано лише перші записи (%1); інші знайде фільтр.</translation>
    </message>
    <message numerus="yes">
        <source>%1 dead letters wait in %n topic(s)</source>
        <translation>
            <numerusform>відхилених записів чекає: %1, у %n топіку</numerusform>
            <numerusform>відхилених записів чекає: %1, у %n топіках</numerusform>
            <numerusform>відхилених записів чекає: %1, у %n топіках</numerusform>
        </translation>
    </message>
    <message>
        <source>Dead-letter topic</source>
        <translation>Топік відхилених записів</translation>
    </message>
    <message>
        <source>Filter dead letters</source>
        <translation>Фільтр відхилених записів</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Відхилені записи</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>%1 holds no dead letters.</source>
        <translation>У %1 немає відхилених записів.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Зникне</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Спроби</translation>
    </message>
</context>
<context>
    <name>nc::LineView</name>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Вибрати все</translation>
    </message>
</context>
<context>
    <name>nc::MainWindow</name>
    <message>
        <source>%1 — Registry Notification Console</source>
        <translation>%1 — Консоль сповіщень реєстру</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Перейти: %1</translation>
    </message>
</context>
<context>
    <name>nc::MergeDialog</name>
    <message>
        <source>Changed in two places: %1</source>
        <translation>Змінено у двох місцях: %1</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>моє</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>їхнє</translation>
    </message>
    <message>
        <source>The two changes do not touch each other.</source>
        <translation>Ці дві зміни не перетинаються.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were changed differently; they are marked with &lt;&lt;&lt;&lt;&lt;&lt;&lt; and &gt;&gt;&gt;&gt;&gt;&gt;&gt; for you to decide.</source>
        <translation>
            <numerusform>%n місце змінено по-різному; воно позначене &lt;&lt;&lt;&lt;&lt;&lt;&lt; і &gt;&gt;&gt;&gt;&gt;&gt;&gt; — вирішуйте.</numerusform>
            <numerusform>%n місця змінено по-різному; вони позначені &lt;&lt;&lt;&lt;&lt;&lt;&lt; і &gt;&gt;&gt;&gt;&gt;&gt;&gt; — вирішуйте.</numerusform>
            <numerusform>%n місць змінено по-різному; вони позначені &lt;&lt;&lt;&lt;&lt;&lt;&lt; і &gt;&gt;&gt;&gt;&gt;&gt;&gt; — вирішуйте.</numerusform>
        </translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Відмінностей немає.</translation>
    </message>
    <message>
        <source>Theirs, on disk</source>
        <translation>Чужа версія, на диску</translation>
    </message>
    <message>
        <source>Mine, unsaved</source>
        <translation>Моя версія, не збережена</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Разом</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Обидві зміни разом</translation>
    </message>
    <message>
        <source>Mine and theirs</source>
        <translation>Моє та їхнє</translation>
    </message>
    <message>
        <source>What they changed</source>
        <translation>Що змінили вони</translation>
    </message>
    <message>
        <source>Before both</source>
        <translation>До обох змін</translation>
    </message>
    <message>
        <source>What I changed</source>
        <translation>Що змінив я</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Go on with both together</source>
        <translation>Далі з обома змінами</translation>
    </message>
</context>
<context>
    <name>nc::MessageCard</name>
    <message>
        <source>Push message in Diia</source>
        <translation>Push-повідомлення в Дії</translation>
    </message>
    <message>
        <source>Message in the inbox</source>
        <translation>Повідомлення в кабінеті</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(без заголовка)</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 з %2 символів</translation>
    </message>
</context>
<context>
    <name>nc::MetadataForm</name>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Short text</source>
        <translation>Короткий текст</translation>
    </message>
    <message>
        <source>Action type</source>
        <translation>Тип дії</translation>
    </message>
    <message>
        <source>Template type</source>
        <translation>Тип шаблону</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
</context>
<context>
    <name>nc::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Прибрати</translation>
    </message>
</context>
<context>
    <name>nc::OverviewPage</name>
    <message>
        <source>Refresh everything</source>
        <translation>Оновити все</translation>
    </message>
    <message>
        <source>Asking the brokers…</source>
        <translation>Опитування брокерів…</translation>
    </message>
    <message>
        <source>Asking the database…</source>
        <translation>Опитування бази даних…</translation>
    </message>
    <message>
        <source>Looking at the clone…</source>
        <translation>Перегляд клону…</translation>
    </message>
    <message>
        <source>Checking the channels…</source>
        <translation>Перевірка каналів…</translation>
    </message>
    <message>
        <source>Comparing the templates with the database…</source>
        <translation>Порівняння шаблонів із базою даних…</translation>
    </message>
    <message>
        <source>Counting dead letters…</source>
        <translation>Підрахунок відхилених записів…</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Топіки</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База даних</translation>
    </message>
    <message>
        <source>Published templates</source>
        <translation>Опубліковані шаблони</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Регламент</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблони</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Канали</translation>
    </message>
    <message>
        <source>Edit channels</source>
        <translation>Змінити канали</translation>
    </message>
    <message>
        <source>Edit and publish</source>
        <translation>Змінити й опублікувати</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Відхилені записи</translation>
    </message>
    <message>
        <source>See failures</source>
        <translation>Переглянути збої</translation>
    </message>
    <message>
        <source>No profile chosen</source>
        <translation>Профіль не вибрано</translation>
    </message>
    <message>
        <source>A profile says which Kafka, database and clones belong to a registry. To look around first, start the sandbox: a private PostgreSQL and Kafka with a demo registry.</source>
        <translation>Профіль визначає, які Kafka, база даних і клони належать реєстру. Щоб спершу роззирнутися, запустіть пісочницю: власні PostgreSQL і Kafka з демонстраційним реєстром.</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Запустити пісочницю</translation>
    </message>
    <message>
        <source>A profile says which Kafka, database and clones belong to a registry.</source>
        <translation>Профіль визначає, які Kafka, база даних і клони належать реєстру.</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Додати профіль</translation>
    </message>
    <message>
        <source>Registry %1</source>
        <translation>Реєстр %1</translation>
    </message>
    <message>
        <source>This profile names no Kafka servers.</source>
        <translation>У цьому профілі не вказано серверів Kafka.</translation>
    </message>
    <message>
        <source>topics: %1</source>
        <translation>топіків: %1</translation>
    </message>
    <message>
        <source>records: %1</source>
        <translation>записів: %1</translation>
    </message>
    <message>
        <source>without a leader: %1</source>
        <translation>без лідера: %1</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>відповідає</translation>
    </message>
    <message>
        <source>partly down</source>
        <translation>частково недоступна</translation>
    </message>
    <message numerus="yes">
        <source>%n broker(s)</source>
        <translation>
            <numerusform>%n брокер</numerusform>
            <numerusform>%n брокери</numerusform>
            <numerusform>%n брокерів</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile names no database.</source>
        <translation>У цьому профілі не вказано бази даних.</translation>
    </message>
    <message numerus="yes">
        <source>%n published</source>
        <translation>
            <numerusform>%n опублікований</numerusform>
            <numerusform>%n опубліковані</numerusform>
            <numerusform>%n опублікованих</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile names no such folder.</source>
        <translation>У цьому профілі такої теки не вказано.</translation>
    </message>
    <message>
        <source>Plain folder</source>
        <translation>Звичайна тека</translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation>
            <numerusform>%n коміт не надіслано</numerusform>
            <numerusform>%n коміти не надіслано</numerusform>
            <numerusform>%n комітів не надіслано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind</source>
        <translation>
            <numerusform>відстає на %n коміт</numerusform>
            <numerusform>відстає на %n коміти</numerusform>
            <numerusform>відстає на %n комітів</numerusform>
        </translation>
    </message>
    <message>
        <source>clean</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>no branch</source>
        <translation>без гілки</translation>
    </message>
    <message>
        <source>This profile names no registry configuration.</source>
        <translation>У цьому профілі не вказано конфігурації реєстру.</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>не налаштовано</translation>
    </message>
    <message>
        <source>the platform&apos;s own server</source>
        <translation>власний сервер платформи</translation>
    </message>
    <message>
        <source>Email: %1</source>
        <translation>Електронна пошта: %1</translation>
    </message>
    <message>
        <source>Diia: %1</source>
        <translation>Дія: %1</translation>
    </message>
    <message>
        <source>Inbox: needs no settings</source>
        <translation>Скринька кабінету: налаштувань не потребує</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n проблема</numerusform>
            <numerusform>%n проблеми</numerusform>
            <numerusform>%n проблем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n попередження</numerusform>
            <numerusform>%n попередження</numerusform>
            <numerusform>%n попереджень</numerusform>
        </translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>без проблем</translation>
    </message>
    <message>
        <source>Needs a regulation folder and a database in the profile.</source>
        <translation>Потрібні тека регламенту й база даних у профілі.</translation>
    </message>
    <message numerus="yes">
        <source>%n not yet published</source>
        <translation>
            <numerusform>%n ще не опублікований</numerusform>
            <numerusform>%n ще не опубліковані</numerusform>
            <numerusform>%n ще не опублікованих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n змінений відтоді</numerusform>
            <numerusform>%n змінені відтоді</numerusform>
            <numerusform>%n змінених відтоді</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the database</source>
        <translation>
            <numerusform>%n лише в базі даних</numerusform>
            <numerusform>%n лише в базі даних</numerusform>
            <numerusform>%n лише в базі даних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with mistakes that stop a publish</source>
        <translation>
            <numerusform>%n з помилками, що не дають опублікувати</numerusform>
            <numerusform>%n з помилками, що не дають опублікувати</numerusform>
            <numerusform>%n з помилками, що не дають опублікувати</numerusform>
        </translation>
    </message>
    <message>
        <source>mistakes</source>
        <translation>помилки</translation>
    </message>
    <message>
        <source>to be published</source>
        <translation>є що публікувати</translation>
    </message>
    <message>
        <source>all published</source>
        <translation>усе опубліковано</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n шаблон</numerusform>
            <numerusform>%n шаблони</numerusform>
            <numerusform>%n шаблонів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No dead letters in %n topic(s).</source>
        <translation>
            <numerusform>Немає відхилених записів у %n топіку.</numerusform>
            <numerusform>Немає відхилених записів у %n топіках.</numerusform>
            <numerusform>Немає відхилених записів у %n топіках.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n сьогодні</numerusform>
            <numerusform>%n сьогодні</numerusform>
            <numerusform>%n сьогодні</numerusform>
        </translation>
    </message>
    <message>
        <source>none today</source>
        <translation>сьогодні немає</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n відкритий</numerusform>
            <numerusform>%n відкриті</numerusform>
            <numerusform>%n відкритих</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading what became of deliveries…</source>
        <translation>З’ясування долі доставок…</translation>
    </message>
    <message>
        <source>Failed deliveries</source>
        <translation>Невдалі доставки</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Переглянути</translation>
    </message>
    <message>
        <source>There is no topic audit-events, which tells of them.</source>
        <translation>Немає топіка audit-events, який розповідає про них.</translation>
    </message>
    <message>
        <source>Nothing has failed without a dead letter.</source>
        <translation>Без відхиленого запису нічого не втрачено.</translation>
    </message>
    <message>
        <source>no dead letter tells of them</source>
        <translation>без відхиленого запису</translation>
    </message>
    <message>
        <source>all handled</source>
        <translation>усі опрацьовано</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Конфігурація</translation>
    </message>
    <message>
        <source>Failed deliveries of the last days</source>
        <translation>Невдалі доставки за останні дні</translation>
    </message>
    <message>
        <source>Dead letters of the last days</source>
        <translation>Відхилені записи за останні дні</translation>
    </message>
    <message>
        <source>Starting the sandbox. The first time takes up to a minute.</source>
        <translation>Пісочниця запускається. Перший раз — до хвилини.</translation>
    </message>
    <message>
        <source>changed: %L1</source>
        <translation>змінено: %L1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>невідомо</translation>
    </message>
</context>
<context>
    <name>nc::Page</name>
    <message>
        <source>Overview</source>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Канали</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблони</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Топіки</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Збої</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Журнал дій</translation>
    </message>
</context>
<context>
    <name>nc::PageHeader</name>
    <message>
        <source>More</source>
        <translation>Більше</translation>
    </message>
</context>
<context>
    <name>nc::PicturesPane</name>
    <message>
        <source>Add a picture…</source>
        <translation>Додати зображення…</translation>
    </message>
    <message>
        <source>Insert into the letter</source>
        <translation>Вставити в лист</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Зауваги</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>large: many mail programs cut such letters off</source>
        <translation>велике: багато поштових програм обрізають такі листи</translation>
    </message>
    <message>
        <source>not a JPEG, but sent as one</source>
        <translation>не JPEG, але надсилається як JPEG</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не використано</translation>
    </message>
    <message>
        <source>This letter has no pictures. Drop a file here, or add one: it is copied into images/ and becomes part of the letter.</source>
        <translation>У цьому листі немає зображень. Перетягніть файл сюди або додайте його: він скопіюється в images/ і стане частиною листа.</translation>
    </message>
    <message>
        <source>The letter carries %1 of pictures; on its way it is a third larger, and over 1 MB it is not delivered.</source>
        <translation>Лист несе %1 зображень; у дорозі він на третину більший, а понад 1 МБ не буде доставлений.</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Без перегляду</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 пікселів</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Додати зображення</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Зображення (%1)</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Видалити %1</translation>
    </message>
    <message>
        <source>The letter uses this picture; without it the letter cannot be published.</source>
        <translation>Лист використовує це зображення; без нього лист не можна опублікувати.</translation>
    </message>
    <message>
        <source>The letter does not use this picture.</source>
        <translation>Лист не використовує цього зображення.</translation>
    </message>
</context>
<context>
    <name>nc::PreparationPane</name>
    <message>
        <source>As you wrote it</source>
        <translation>Як ви написали</translation>
    </message>
    <message>
        <source>As it is published and rendered</source>
        <translation>Як публікується й заповнюється</translation>
    </message>
    <message>
        <source>The letter has not been prepared yet.</source>
        <translation>Лист ще не підготовлено.</translation>
    </message>
    <message>
        <source>HTML parsing makes something else of this code.</source>
        <translation>Розбір HTML робить із цього коду щось інше.</translation>
    </message>
    <message>
        <source>You did not write this code like that.</source>
        <translation>Ви писали цей код інакше.</translation>
    </message>
    <message>
        <source>HTML parsing left all template code as you wrote it.</source>
        <translation>Розбір HTML лишив увесь код шаблону таким, як ви написали.</translation>
    </message>
    <message numerus="yes">
        <source>HTML parsing changed %n pieces of template code. Click to go to your line.</source>
        <translation>
            <numerusform>Розбір HTML змінив %n фрагмент коду шаблону. Клацніть, щоб перейти до свого рядка.</numerusform>
            <numerusform>Розбір HTML змінив %n фрагменти коду шаблону. Клацніть, щоб перейти до свого рядка.</numerusform>
            <numerusform>Розбір HTML змінив %n фрагментів коду шаблону. Клацніть, щоб перейти до свого рядка.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::PreviewPane</name>
    <message>
        <source>Show the letter as wide as there is room</source>
        <translation>Показати лист на всю ширину</translation>
    </message>
    <message>
        <source>Show the letter 375 pixels wide</source>
        <translation>Показати лист завширшки 375 пікселів</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>До рядка %1</translation>
    </message>
    <message>
        <source>The data lack: %1</source>
        <translation>У даних бракує: %1</translation>
    </message>
    <message>
        <source>Simple view: the browser engine is not installed.</source>
        <translation>Спрощений вигляд: рушій браузера не встановлено.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Push card</source>
        <translation>Картка push</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Скринька кабінету</translation>
    </message>
    <message>
        <source>What the reader sees</source>
        <translation>Що бачить читач</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>What a mail program without HTML makes of the letter</source>
        <translation>Що з листа зробить поштова програма без HTML</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковане</translation>
    </message>
    <message>
        <source>Beside what stands in the database now, with the same data</source>
        <translation>Поруч із тим, що зараз у базі даних, з тими самими даними</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>What HTML parsing made of the template code</source>
        <translation>Що розбір HTML зробив із кодом шаблону</translation>
    </message>
    <message>
        <source>Show the letter as in a dark mail program</source>
        <translation>Показати лист як у темній поштовій програмі</translation>
    </message>
    <message>
        <source>Desktop width</source>
        <translation>Ширина комп’ютера</translation>
    </message>
    <message>
        <source>Phone width</source>
        <translation>Ширина телефона</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темний</translation>
    </message>
    <message>
        <source>Text form of the letter</source>
        <translation>Текстова форма листа</translation>
    </message>
    <message>
        <source>It cannot be published like this: %1</source>
        <translation>Так опублікувати не вийде: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n things from elsewhere were refused; a reader&apos;s mail program may do the same.</source>
        <translation>
            <numerusform>Відхилено %n зовнішній ресурс; поштова програма читача може зробити так само.</numerusform>
            <numerusform>Відхилено %n зовнішні ресурси; поштова програма читача може зробити так само.</numerusform>
            <numerusform>Відхилено %n зовнішніх ресурсів; поштова програма читача може зробити так само.</numerusform>
        </translation>
    </message>
    <message>
        <source>The letter has no dark colours of its own: shown as mail programs turn them round.</source>
        <translation>Лист не має власних темних кольорів: показано так, як їх обертають поштові програми.</translation>
    </message>
</context>
<context>
    <name>nc::ProblemList</name>
    <message>
        <source>No problems.</source>
        <translation>Проблем немає.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Рядок %1</translation>
    </message>
</context>
<context>
    <name>nc::ProblemsPane</name>
    <message>
        <source>No problems in this template.</source>
        <translation>У цьому шаблоні проблем немає.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблеми</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важливість</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Що не так</translation>
    </message>
</context>
<context>
    <name>nc::ProduceDialog</name>
    <message>
        <source>Send to %1</source>
        <translation>Надіслати до %1</translation>
    </message>
    <message>
        <source>Send a record to %1</source>
        <translation>Надіслати запис до %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>без ключа</translation>
    </message>
    <message>
        <source>one a line: name=value</source>
        <translation>по одному в рядку: назва=значення</translation>
    </message>
    <message>
        <source>As the key says, any without a key</source>
        <translation>За ключем; без ключа — будь-який</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Розділ</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>Line %1 of the headers is not name=value.</source>
        <translation>Рядок %1 заголовків не має вигляду назва=значення.</translation>
    </message>
</context>
<context>
    <name>nc::ProfileForm</name>
    <message>
        <source>Profile</source>
        <translation>Профіль</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Сервери</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Захист</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Механізм</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Користувач</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Authority (PEM)</source>
        <translation>Довірений центр (PEM)</translation>
    </message>
    <message>
        <source>Client certificate (PEM)</source>
        <translation>Сертифікат клієнта (PEM)</translation>
    </message>
    <message>
        <source>Client key (PEM)</source>
        <translation>Ключ клієнта (PEM)</translation>
    </message>
    <message>
        <source>Key&apos;s password</source>
        <translation>Пароль ключа</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Реєстр схем</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База даних</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>З’єднання</translation>
    </message>
    <message>
        <source>Database password</source>
        <translation>Пароль бази даних</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Теки</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Регламент</translation>
    </message>
    <message>
        <source>Registry configuration</source>
        <translation>Конфігурація реєстру</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Вибрати: %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Промислове середовище</translation>
    </message>
    <message>
        <source>The profile&apos;s name must be typed before anything is changed</source>
        <translation>Перед кожною зміною треба ввести назву профілю</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Лише для читання</translation>
    </message>
    <message>
        <source>Nothing can be changed through this profile</source>
        <translation>Через цей профіль нічого не можна змінити</translation>
    </message>
    <message>
        <source>Or both as PKCS#12</source>
        <translation>Або обидва у PKCS#12</translation>
    </message>
    <message>
        <source>Its user or API key</source>
        <translation>Його користувач або ключ API</translation>
    </message>
    <message>
        <source>Its password or secret</source>
        <translation>Його пароль або секрет</translation>
    </message>
    <message>
        <source>Subject names</source>
        <translation>Назви схем</translation>
    </message>
    <message>
        <source>How the schemas of a topic are named in the registry</source>
        <translation>Як названо схеми топіку в реєстрі</translation>
    </message>
    <message>
        <source>Consumer group</source>
        <translation>Група споживачів</translation>
    </message>
    <message>
        <source>only where the cluster asks for one</source>
        <translation>лише якщо її вимагає кластер</translation>
    </message>
    <message>
        <source>Further settings</source>
        <translation>Інші налаштування</translation>
    </message>
    <message>
        <source>One a line, NAME = VALUE: any setting of librdkafka, and address.map.BROKER = ADDRESS for brokers that are reached by another address than the one they advertise</source>
        <translation>По одному в рядку, НАЗВА = ЗНАЧЕННЯ: будь-яке налаштування librdkafka, а також address.map.БРОКЕР = АДРЕСА для брокерів, доступних не за тією адресою, яку вони оголошують</translation>
    </message>
    <message>
        <source>Vault for the channels&apos; passwords</source>
        <translation>Сховище паролів каналів (Vault)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Secrets engine</source>
        <translation>Рушій секретів</translation>
    </message>
    <message>
        <source>AppRole&apos;s role ID</source>
        <translation>Role ID (AppRole)</translation>
    </message>
    <message>
        <source>empty: with a token</source>
        <translation>порожньо: за токеном</translation>
    </message>
    <message>
        <source>Token or secret ID</source>
        <translation>Токен або secret ID</translation>
    </message>
    <message>
        <source>Vault&apos;s authority (PEM)</source>
        <translation>Центр сертифікації сховища (PEM)</translation>
    </message>
    <message>
        <source>Notification service</source>
        <translation>Служба сповіщень</translation>
    </message>
    <message>
        <source>only where the database is out of reach</source>
        <translation>лише якщо база даних недосяжна</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Токен доступу</translation>
    </message>
    <message>
        <source>Service&apos;s authority (PEM)</source>
        <translation>Довірений центр служби (PEM)</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>the newest whose rules are known</source>
        <translation>найновіша, правила якої відомі</translation>
    </message>
</context>
<context>
    <name>nc::ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>Профілі</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Work with it</source>
        <translation>Працювати з ним</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База даних</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Регламент</translation>
    </message>
    <message>
        <source>Registry configuration</source>
        <translation>Конфігурація реєстру</translation>
    </message>
    <message>
        <source>This profile names nothing that could be asked.</source>
        <translation>У цьому профілі немає нічого, що можна перевірити.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>«%1» збережено.</translation>
    </message>
    <message>
        <source>Remove the profile “%1”?</source>
        <translation>Видалити профіль «%1»?</translation>
    </message>
    <message>
        <source>Its passwords are removed from the keychain, too. The servers and clones stay as they are. This cannot be undone.</source>
        <translation>Його паролі також буде видалено зі сховища ключів. Сервери й клони залишаться без змін. Скасувати це неможливо.</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Видалити «%1»</translation>
    </message>
    <message>
        <source>No profile is kept yet.</source>
        <translation>Збережених профілів ще немає.</translation>
    </message>
</context>
<context>
    <name>nc::PublishPane</name>
    <message>
        <source>Publish plan</source>
        <translation>План публікації</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>In the directory</source>
        <translation>У теці</translation>
    </message>
    <message>
        <source>What stands in the database is the same.</source>
        <translation>У базі даних те саме.</translation>
    </message>
    <message>
        <source>Difference between database and directory</source>
        <translation>Відмінності між базою даних і текою</translation>
    </message>
    <message>
        <source>Comparing the directory with the database</source>
        <translation>Порівняння теки з базою даних</translation>
    </message>
    <message>
        <source>There is no template, neither in the directory nor in the database.</source>
        <translation>Шаблонів немає ні в теці, ні в базі даних.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Рядок %1: %2</translation>
    </message>
    <message>
        <source>There is no directory for this row. It stays unless you choose to delete it.</source>
        <translation>Для цього рядка немає теки. Він лишиться, якщо ви не вирішите його видалити.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 unchanged, %4 only in the database</source>
        <translation>нових: %1, змінених: %2, без змін: %3, лише в базі даних: %4</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>атрибути</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Порівняння</translation>
    </message>
    <message>
        <source>deleted by somebody</source>
        <translation>видалив хтось</translation>
    </message>
    <message>
        <source>changed by somebody else</source>
        <translation>змінив хтось інший</translation>
    </message>
    <message>
        <source>not committed</source>
        <translation>не закомічено</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>Details of the template</source>
        <translation>Подробиці шаблону</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Коміт</translation>
    </message>
    <message>
        <source>Somebody has deleted the row since %1 published it here (%2).</source>
        <translation>Хтось видалив рядок, відколи %1 опублікував його звідси (%2).</translation>
    </message>
    <message>
        <source>Somebody else changed the row on %1, after %2 published it here (%3). Publishing overwrites that change; the history keeps it.</source>
        <translation>Рядок змінив хтось інший %1, після публікації звідси (%2, %3). Публікація замінить ту зміну; історія її збереже.</translation>
    </message>
    <message>
        <source>It is in no commit as it is on disk. This is production: it is published only if you choose it.</source>
        <translation>Такого, як на диску, немає в жодному коміті. Це промислове середовище: шаблон буде опубліковано, лише якщо ви його виберете.</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>На диску</translation>
    </message>
    <message>
        <source>In no commit</source>
        <translation>У жодному коміті</translation>
    </message>
    <message>
        <source>As published, commit %1</source>
        <translation>Як опубліковано, коміт %1</translation>
    </message>
    <message>
        <source>Newest commit, %1</source>
        <translation>Найновіший коміт, %1</translation>
    </message>
    <message>
        <source>The files are as in commit %1.</source>
        <translation>Файли такі, як у коміті %1.</translation>
    </message>
    <message>
        <source>After publishing</source>
        <translation>Після публікації</translation>
    </message>
    <message>
        <source>With the sample data a reader sees the same.</source>
        <translation>Зі зразковими даними читач бачить те саме.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>What stands in the database, and what would</source>
        <translation>Що є в базі даних і що буде</translation>
    </message>
    <message>
        <source>Your files, and as they were published</source>
        <translation>Ваші файли і якими їх опубліковано</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Читач</translation>
    </message>
    <message>
        <source>What a reader sees, with the sample data</source>
        <translation>Що бачить читач зі зразковими даними</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Події</translation>
    </message>
    <message>
        <source>What it means for the last real events</source>
        <translation>Що це означає для останніх справжніх подій</translation>
    </message>
    <message>
        <source>What stood there before</source>
        <translation>Що було раніше</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Зміни</translation>
    </message>
    <message>
        <source>Somebody else changed the row after %1 published it here (%2). Publishing overwrites that change.</source>
        <translation>Хтось інший змінив рядок уже після публікації звідси (%2, %1). Нова публікація замінить цю зміну.</translation>
    </message>
    <message>
        <source>Only the title is another: “%1”.</source>
        <translation>Інший лише заголовок: «%1».</translation>
    </message>
    <message>
        <source>The files differ from commit %1.</source>
        <translation>Файли відрізняються від коміту %1.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Порівняння</translation>
    </message>
    <message>
        <source>touched by somebody</source>
        <translation>хтось торкався</translation>
    </message>
    <message>
        <source>Somebody touched the row on %1, after %2 published it here (%3). Its text and title are still the same.</source>
        <translation>Хтось торкався рядка %1, після того як %2 опублікував його тут (%3). Текст і заголовок ті самі.</translation>
    </message>
    <message>
        <source>Published: cannot be rendered</source>
        <translation>Опубліковане: заповнити не вдається</translation>
    </message>
    <message>
        <source>After publishing: cannot be rendered</source>
        <translation>Після публікації: заповнити не вдається</translation>
    </message>
    <message>
        <source>It cannot be rendered with the sample data, so what a reader sees is not known: %1</source>
        <translation>Зі зразковими даними його не вдається заповнити, тож що побачить читач, невідомо: %1</translation>
    </message>
</context>
<context>
    <name>nc::RailButton</name>
    <message>
        <source>not known</source>
        <translation>невідомо</translation>
    </message>
</context>
<context>
    <name>nc::RangeBox</name>
    <message>
        <source>Newest</source>
        <translation>Найновіші</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Від початку</translation>
    </message>
    <message>
        <source>From offset</source>
        <translation>Від зсуву</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Від часу</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Наживо</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Діапазон</translation>
    </message>
    <message>
        <source>Beginning of the range</source>
        <translation>Початок діапазону</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Розділ</translation>
    </message>
    <message>
        <source>All partitions</source>
        <translation>Усі розділи</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>Розділ %1</translation>
    </message>
    <message>
        <source>How many, over all partitions together</source>
        <translation>Скільки, разом з усіх розділів</translation>
    </message>
    <message>
        <source>The same offset in each partition</source>
        <translation>Однаковий зсув у кожному розділі</translation>
    </message>
    <message>
        <source>-15m or 2026-11-22T10:00</source>
        <translation>-15m або 2026-11-22T10:00</translation>
    </message>
    <message>
        <source>A time, or how long ago, like -15m, -2h, -1d</source>
        <translation>Час або як давно, наприклад -15m, -2h, -1d</translation>
    </message>
</context>
<context>
    <name>nc::ReaderView</name>
    <message>
        <source>Filter, like notification.templateName = &quot;x&quot; and not header.b3: *</source>
        <translation>Фільтр, наприклад notification.templateName = &quot;x&quot; and not header.b3: *</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Приховати персональні дані</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Розділ</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Зсув</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Waiting for new records…</source>
        <translation>Очікування нових записів…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Читання %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитати ще раз</translation>
    </message>
    <message>
        <source>There are no records in this range.</source>
        <translation>У цьому діапазоні записів немає.</translation>
    </message>
    <message>
        <source>None of %L1 records in this range passes the filter.</source>
        <translation>Жоден із %L1 записів цього діапазону не проходить фільтра.</translation>
    </message>
    <message>
        <source>%L1 records</source>
        <translation>записів: %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2 records match</source>
        <translation>збіглося записів: %L1 з %L2</translation>
    </message>
    <message>
        <source>the newest %L1 are kept</source>
        <translation>зберігаються найновіші %L1</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>зупинено до кінця</translation>
    </message>
    <message>
        <source>following</source>
        <translation>стежить</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>читання…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Про що</translation>
    </message>
    <message>
        <source>Position in the topic</source>
        <translation>Місце в топіку</translation>
    </message>
    <message>
        <source>Where in the topic reading begins</source>
        <translation>З якого місця топіка починати читання</translation>
    </message>
    <message>
        <source>from record %L1 of %L2</source>
        <translation>від запису %L1 з %L2</translation>
    </message>
    <message>
        <source>scroll down for more</source>
        <translation>прокрутіть нижче, щоб побачити більше</translation>
    </message>
    <message>
        <source>Look further back</source>
        <translation>Шукати далі в минулому</translation>
    </message>
    <message>
        <source>scroll up for newer ones</source>
        <translation>гортайте вгору до новіших</translation>
    </message>
    <message>
        <source>scroll down for older ones</source>
        <translation>гортайте вниз до старіших</translation>
    </message>
    <message>
        <source>scroll up for older ones</source>
        <translation>гортайте вгору до старіших</translation>
    </message>
</context>
<context>
    <name>nc::RecordDetail</name>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байти</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Копіювати значення</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копіювати як JSON</translation>
    </message>
    <message>
        <source>Value of the record</source>
        <translation>Значення запису</translation>
    </message>
    <message>
        <source>Bytes of the value</source>
        <translation>Байти значення</translation>
    </message>
    <message>
        <source>Headers of the record</source>
        <translation>Заголовки запису</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Choose a record to see all of it.</source>
        <translation>Виберіть запис, щоб побачити його повністю.</translation>
    </message>
    <message>
        <source>Reading the record</source>
        <translation>Читання запису</translation>
    </message>
    <message>
        <source>Partition %1, offset %2</source>
        <translation>Розділ %1, зсув %2</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Ключ: %1</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без ключа</translation>
    </message>
    <message>
        <source>No value (a tombstone)</source>
        <translation>Без значення (надгробок)</translation>
    </message>
    <message>
        <source>Headers (%1)</source>
        <translation>Заголовки (%1)</translation>
    </message>
</context>
<context>
    <name>nc::RecoverDialog</name>
    <message>
        <source>Unsaved texts</source>
        <translation>Незбережені тексти</translation>
    </message>
    <message>
        <source>The console ended before these texts were saved. The files themselves are as they were.</source>
        <translation>Консоль завершилася до збереження цих текстів. Самі файли лишилися, якими були.</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>На диску</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Не збережене</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Пізніше</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>Продовжити з ними</translation>
    </message>
</context>
<context>
    <name>nc::SampleDataPane</name>
    <message>
        <source>Sample data</source>
        <translation>Зразки даних</translation>
    </message>
    <message>
        <source>Line %1: this is not a JSON object.</source>
        <translation>Рядок %1: це не об’єкт JSON.</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>Це не об’єкт JSON.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Бракує: %1</translation>
    </message>
    <message>
        <source>Never read: %1</source>
        <translation>Не використовується: %1</translation>
    </message>
    <message>
        <source>The data have all that the template reads.</source>
        <translation>Дані містять усе, що читає шаблон.</translation>
    </message>
    <message>
        <source>New set of sample data</source>
        <translation>Новий набір зразкових даних</translation>
    </message>
    <message>
        <source>New set</source>
        <translation>Новий набір</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>Дублювати «%1»</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>Перейменувати «%1»</translation>
    </message>
    <message>
        <source>Name of the set:</source>
        <translation>Назва набору:</translation>
    </message>
    <message>
        <source>Delete the set “%1”</source>
        <translation>Видалити набір «%1»</translation>
    </message>
    <message>
        <source>It lies in the regulation; there git still has it when it was committed.</source>
        <translation>Він лежить у регламенті; якщо його закомічено, git його збереже.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Цю дію не можна скасувати.</translation>
    </message>
    <message>
        <source>Set of sample data</source>
        <translation>Набір зразкових даних</translation>
    </message>
    <message>
        <source>New, duplicate, rename, delete</source>
        <translation>Створити, дублювати, перейменувати, видалити</translation>
    </message>
    <message>
        <source>Take from topic…</source>
        <translation>Узяти з топіку…</translation>
    </message>
    <message>
        <source>Preview with what a real event brought</source>
        <translation>Перегляд із даними справжньої події</translation>
    </message>
    <message>
        <source>New set…</source>
        <translation>Новий набір…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Дублювати…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Перейменувати…</translation>
    </message>
    <message>
        <source>Make anew from what the template reads</source>
        <translation>Створити заново з того, що читає шаблон</translation>
    </message>
    <message>
        <source>Keep in the regulation</source>
        <translation>Тримати в регламенті</translation>
    </message>
    <message>
        <source>For everybody who clones it; else it stays with you</source>
        <translation>Для всіх, хто його клонує; інакше лишається у вас</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
</context>
<context>
    <name>nc::SaveDialog</name>
    <message>
        <source>Save the change</source>
        <translation>Зберегти зміну</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Відмінності</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>У файлі</translation>
    </message>
    <message>
        <source>After saving</source>
        <translation>Після збереження</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added or changed</source>
        <translation>
            <numerusform>додано чи змінено %n рядок</numerusform>
            <numerusform>додано чи змінено %n рядки</numerusform>
            <numerusform>додано чи змінено %n рядків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed or replaced</source>
        <translation>
            <numerusform>вилучено чи замінено %n рядок</numerusform>
            <numerusform>вилучено чи замінено %n рядки</numerusform>
            <numerusform>вилучено чи замінено %n рядків</numerusform>
        </translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Зберегти %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>nc::SavedFilterMenu</name>
    <message>
        <source>No filter is saved yet</source>
        <translation>Збережених фільтрів ще немає</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Зберегти цей фільтр…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Зберегти фільтр</translation>
    </message>
    <message>
        <source>Its name; a filter of the same name is replaced:</source>
        <translation>Його назва; фільтр із такою самою назвою буде замінено:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Збережені фільтри</translation>
    </message>
</context>
<context>
    <name>nc::SendDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Replay from %1</source>
        <translation>Повторне надсилання з %1</translation>
    </message>
    <message>
        <source>Send failed deliveries again</source>
        <translation>Надіслати невдалі доставки ще раз</translation>
    </message>
    <message>
        <source>%1 is a production profile. Type %2 to send:</source>
        <translation>%1 — профіль промислового середовища. Щоб надіслати, введіть %2:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Send at least once instead: after a crash or a lost answer some may go twice, and only this computer remembers what was sent</source>
        <translation>Надіслати щонайменше раз: після збою або втраченої відповіді деякі можуть піти двічі, а що надіслано, пам’ятатиме лише цей комп’ютер</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ціль</translation>
    </message>
    <message>
        <source>Dead letter</source>
        <translation>Відхилений запис</translation>
    </message>
    <message>
        <source>Event as it failed</source>
        <translation>Подія, як вона не вдалася</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Що піде</translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation>Лишається без змін.</translation>
    </message>
    <message>
        <source>What changes in the first one</source>
        <translation>Що зміниться в першому</translation>
    </message>
    <message>
        <source>The first one before and after</source>
        <translation>Перший до і після</translation>
    </message>
    <message numerus="yes">
        <source>%n topics</source>
        <translation>
            <numerusform>%n топік</numerusform>
            <numerusform>%n топіки</numerusform>
            <numerusform>%n топіків</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Надіслати повторно</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати ще раз</translation>
    </message>
    <message numerus="yes">
        <source>Replay %n record(s) to %1</source>
        <translation>
            <numerusform>Надіслати %n запис до %1</numerusform>
            <numerusform>Надіслати %n записи до %1</numerusform>
            <numerusform>Надіслати %n записів до %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n notification(s) again</source>
        <translation>
            <numerusform>Надіслати ще раз %n повідомлення</numerusform>
            <numerusform>Надіслати ще раз %n повідомлення</numerusform>
            <numerusform>Надіслати ще раз %n повідомлень</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Changed…</source>
        <translation>Змінено…</translation>
    </message>
    <message>
        <source>Change the record…</source>
        <translation>Змінити запис…</translation>
    </message>
    <message>
        <source>Change all of them…</source>
        <translation>Змінити всі…</translation>
    </message>
    <message>
        <source>Sending to %1…</source>
        <translation>Надсилання до %1…</translation>
    </message>
    <message>
        <source>Looking what would go…</source>
        <translation>З’ясування, що буде надіслано…</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>%1 cannot go</source>
        <translation>не можна надіслати: %1</translation>
    </message>
    <message>
        <source>Nothing to send.</source>
        <translation>Немає чого надсилати.</translation>
    </message>
    <message numerus="yes">
        <source>%n would succeed now</source>
        <translation>
            <numerusform>тепер вдасться: %n</numerusform>
            <numerusform>тепер вдадуться: %n</numerusform>
            <numerusform>тепер вдадуться: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would fail again</source>
        <translation>
            <numerusform>не вдасться: %n</numerusform>
            <numerusform>не вдадуться: %n</numerusform>
            <numerusform>не вдадуться: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be told</source>
        <translation>
            <numerusform>невідомо: %n</numerusform>
            <numerusform>невідомо: %n</numerusform>
            <numerusform>невідомо: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>takes a second or two</source>
        <translation>триватиме секунду-дві</translation>
    </message>
    <message numerus="yes">
        <source>takes about %n s</source>
        <translation>
            <numerusform>триватиме приблизно %n с</numerusform>
            <numerusform>триватиме приблизно %n с</numerusform>
            <numerusform>триватиме приблизно %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n min</source>
        <translation>
            <numerusform>триватиме приблизно %n хв</numerusform>
            <numerusform>триватиме приблизно %n хв</numerusform>
            <numerusform>триватиме приблизно %n хв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 would be delivered once more, to %n recipient(s).</source>
        <translation>
            <numerusform>Ще раз буде доставлено: %1, %n отримувачу.</numerusform>
            <numerusform>Ще раз буде доставлено: %1, %n отримувачам.</numerusform>
            <numerusform>Ще раз буде доставлено: %1, %n отримувачам.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who already got something could not be seen completely: %1</source>
        <translation>Не вдалося побачити повністю, хто вже щось отримав: %1</translation>
    </message>
    <message>
        <source>%1 seems to be sending from there right now; sending takes over from that run.</source>
        <translation>Схоже, %1 зараз надсилає звідти; ваше надсилання перехопить той запуск.</translation>
    </message>
    <message>
        <source>Changed before it goes; the change stands in the ledger.</source>
        <translation>Буде змінено перед надсиланням; зміна буде в журналі.</translation>
    </message>
    <message>
        <source>Sending one and watching what becomes of it…</source>
        <translation>Надіслано один, стежимо, що з ним станеться…</translation>
    </message>
    <message>
        <source>Sending again…</source>
        <translation>Надсилання…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>What was sent before stands in the ledger and will not be sent twice.</source>
        <translation>Надіслане раніше є в журналі й удруге не піде.</translation>
    </message>
    <message>
        <source>%1 sent, each exactly once</source>
        <translation>Надіслано: %1, кожен рівно один раз</translation>
    </message>
    <message>
        <source>%1 sent, each at least once</source>
        <translation>Надіслано: %1, кожен щонайменше раз</translation>
    </message>
    <message>
        <source>%1; %2 left out, %3 failed.</source>
        <translation>%1; пропущено: %2, не вдалося: %3.</translation>
    </message>
    <message>
        <source>Only this computer remembers what was sent: the cluster does not allow the ledger.</source>
        <translation>Що надіслано, пам’ятає лише цей комп’ютер: кластер не дозволяє журнал.</translation>
    </message>
    <message>
        <source>It is paused: let it go on, or stop it.</source>
        <translation>Призупинено: продовжте або зупиніть.</translation>
    </message>
    <message>
        <source>Choose a topic that exists.</source>
        <translation>Виберіть наявний топік.</translation>
    </message>
    <message>
        <source>Pausing: what is under way is finished first…</source>
        <translation>Призупиняється: спершу завершується розпочате…</translation>
    </message>
    <message>
        <source>Paused. %1 of %2 sent; they stand in the ledger.</source>
        <translation>Призупинено. Надіслано %1 з %2; вони є в журналі.</translation>
    </message>
    <message>
        <source>One was sent; watching what becomes of it…</source>
        <translation>Одне надіслано; спостерігаємо, що з ним станеться…</translation>
    </message>
    <message>
        <source>%1 of %2 sent to %3…</source>
        <translation>Надіслано %1 з %2 до %3…</translation>
    </message>
    <message>
        <source>%1 of %2 sent…</source>
        <translation>Надіслано %1 з %2…</translation>
    </message>
</context>
<context>
    <name>nc::SendForm</name>
    <message>
        <source>Leave out recipients and channels that already got theirs</source>
        <translation>Без отримувачів і каналів, які вже отримали своє</translation>
    </message>
    <message>
        <source>Keep the original partition where a key is set</source>
        <translation>Зберегти початковий розділ, якщо є ключ</translation>
    </message>
    <message>
        <source>Send one first and watch what becomes of it; stop when failures come back</source>
        <translation>Спершу надіслати один і стежити за ним; зупинитися, якщо збої повертаються</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>якнайшвидше</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> за секунду</translation>
    </message>
    <message>
        <source>stands in the ledger</source>
        <translation>буде в журналі</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куди</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Швидкість</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The selected ones</source>
        <translation>Вибрані</translation>
    </message>
    <message>
        <source>All of the group: %1</source>
        <translation>Уся група: %1</translation>
    </message>
    <message>
        <source>All that pass the filter</source>
        <translation>Усі, що проходять фільтр</translation>
    </message>
    <message>
        <source>All open records of the topic</source>
        <translation>Усі відкриті записи топіка</translation>
    </message>
    <message>
        <source>All open failed deliveries</source>
        <translation>Усі відкриті невдалі доставки</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n that would fail again</source>
        <translation>
            <numerusform>Пропустити %n, що знову не вдасться</numerusform>
            <numerusform>Пропустити %n, що знову не вдадуться</numerusform>
            <numerusform>Пропустити %n, що знову не вдадуться</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::ServerStatus</name>
    <message>
        <source>%1: not in this profile</source>
        <translation>%1: немає в цьому профілі</translation>
    </message>
    <message>
        <source>%1: connecting</source>
        <translation>%1: з’єднання</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: з’єднано</translation>
    </message>
    <message>
        <source>%1: connected, %2</source>
        <translation>%1: з’єднано, %2</translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation>Натисніть, щоб спробувати ще раз.</translation>
    </message>
</context>
<context>
    <name>nc::ShelfLifeDialog</name>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Shelf life of %1</source>
        <translation>Строк придатності: %1</translation>
    </message>
    <message>
        <source>as usual: one-time codes ten minutes, all others none</source>
        <translation>як звичайно: одноразові коди — десять хвилин, решта — без строку</translation>
    </message>
    <message>
        <source>never too late</source>
        <translation>ніколи не запізно</translation>
    </message>
    <message>
        <source>for</source>
        <translation>протягом</translation>
    </message>
    <message>
        <source>like 10m, 12h, 2d</source>
        <translation>наприклад 10m, 12h, 2d</translation>
    </message>
    <message>
        <source>A code or a reminder that comes too late does harm. What is older than this is held when it is sent again, unless somebody chooses it.</source>
        <translation>Код чи нагадування, що приходить запізно, шкодить. Старіше за цей строк під час повторного надсилання притримують, хіба що хтось вибере його сам.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>&amp;Messages make sense</source>
        <translation>&amp;Повідомлення мають сенс</translation>
    </message>
</context>
<context>
    <name>nc::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Комбінації клавіш</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Усюди</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Перейти на сторінку</translation>
    </message>
    <message>
        <source>Open the detail of the chosen row</source>
        <translation>Відкрити подробиці вибраного рядка</translation>
    </message>
    <message>
        <source>Copy rows with titles, for a spreadsheet</source>
        <translation>Копіювати рядки із заголовками для електронної таблиці</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>На цій сторінці</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>nc::StateView</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation>Стан на %1. %2</translation>
    </message>
    <message>
        <source>No profile is chosen. It says which servers and folders belong to a registry.</source>
        <translation>Профіль не вибрано. Він визначає, які сервери й теки належать реєстру.</translation>
    </message>
    <message>
        <source>Choose or add a profile…</source>
        <translation>Вибрати або додати профіль…</translation>
    </message>
    <message>
        <source>Edit the profile…</source>
        <translation>Змінити профіль…</translation>
    </message>
</context>
<context>
    <name>nc::StuckTab</name>
    <message>
        <source>where consumers stand</source>
        <translation>де стоять споживачі</translation>
    </message>
    <message>
        <source>No consumer stands before a record that cannot be dead-lettered.</source>
        <translation>Жоден споживач не стоїть перед записом, який не може потрапити до невдалих.</translation>
    </message>
    <message>
        <source>Group %1 is running now: stop it first.</source>
        <translation>Група %1 зараз працює: спершу зупиніть її.</translation>
    </message>
    <message>
        <source>Keep the record in</source>
        <translation>Зберегти запис у</translation>
    </message>
    <message>
        <source>Move past a record</source>
        <translation>Обійти запис</translation>
    </message>
    <message>
        <source>Group %1 will go on behind record %2:%3 of %4. The record is kept in %5 and can be mended and sent later; the group itself will never see it.</source>
        <translation>Група %1 продовжить після запису %2:%3 теми %4. Запис буде збережено в %5, його можна виправити й надіслати пізніше; сама група його вже не побачить.</translation>
    </message>
    <message>
        <source>Move %1 past it</source>
        <translation>Пересунути %1 за нього</translation>
    </message>
    <message>
        <source>The record is kept in %1; the group goes on behind it.</source>
        <translation>Запис збережено в %1; група продовжить після нього.</translation>
    </message>
    <message>
        <source>Consumers that stand still</source>
        <translation>Споживачі, що стоять</translation>
    </message>
    <message>
        <source>Keep the record, move past it…</source>
        <translation>Зберегти запис і обійти…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Група</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топік</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Відставання</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Mend and send it…</source>
        <translation>Виправити й надіслати…</translation>
    </message>
    <message>
        <source>Sent as %1 %2:%3.</source>
        <translation>Надіслано: %1 %2:%3.</translation>
    </message>
</context>
<context>
    <name>nc::TargetPicker</name>
    <message>
        <source>where each came from</source>
        <translation>звідки прийшов кожен</translation>
    </message>
    <message>
        <source>That is where they lie now.</source>
        <translation>Вони вже лежать у ньому.</translation>
    </message>
    <message>
        <source>The ledger takes no records of others.</source>
        <translation>Журнал не приймає чужих записів.</translation>
    </message>
    <message>
        <source>There is no topic “%1”, and sending never makes one.</source>
        <translation>Топіка «%1» немає, а надсилання ніколи не створює топіків.</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n розділ</numerusform>
            <numerusform>%n розділи</numerusform>
            <numerusform>%n розділів</numerusform>
        </translation>
    </message>
    <message>
        <source>what its readers expect is not known</source>
        <translation>чого очікують його читачі, невідомо</translation>
    </message>
    <message>
        <source>its reader expects %1</source>
        <translation>його читач очікує %1</translation>
    </message>
</context>
<context>
    <name>nc::TaskBar</name>
    <message>
        <source>No tasks running</source>
        <translation>Завдань немає</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: виконано</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: скасовано</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: не вдалося</translation>
    </message>
</context>
<context>
    <name>nc::TaskItem</name>
    <message>
        <source>cancelling</source>
        <translation>скасовується</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Скасувати: %1</translation>
    </message>
</context>
<context>
    <name>nc::TemplateActions</name>
    <message>
        <source>The caret is on no macro or function of this template.</source>
        <translation>Курсор не стоїть на макросі чи функції цього шаблону.</translation>
    </message>
    <message>
        <source>%1 has unsaved texts; save it first.</source>
        <translation>У %1 є незбережені тексти; спершу збережіть їх.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>%1 is deleted here; its row in the database stays.</source>
        <translation>%1 тут видалено; рядок у базі даних лишається.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати дію</translation>
    </message>
    <message>
        <source>%1 was deleted since the last commit.</source>
        <translation>%1 видалено після останнього коміту.</translation>
    </message>
    <message>
        <source>Get it back</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <source>Changes since the last commit: %1</source>
        <translation>Зміни після останнього коміту: %1</translation>
    </message>
    <message>
        <source>Last commit</source>
        <translation>Останній коміт</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Зараз</translation>
    </message>
    <message>
        <source>This file is as it was committed.</source>
        <translation>Файл такий, як у коміті.</translation>
    </message>
    <message>
        <source>Line %1 is not committed yet.</source>
        <translation>Рядок %1 ще не закомічено.</translation>
    </message>
    <message>
        <source>Line %1: %2, %3, “%4” (%5)</source>
        <translation>Рядок %1: %2, %3, «%4» (%5)</translation>
    </message>
    <message>
        <source>All templates are as committed.</source>
        <translation>Усі шаблони такі, як у коміті.</translation>
    </message>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n шаблон</numerusform>
            <numerusform>%n шаблони</numerusform>
            <numerusform>%n шаблонів</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Зміни: %1</translation>
    </message>
    <message>
        <source>Committed as %1.</source>
        <translation>Закомічено як %1.</translation>
    </message>
</context>
<context>
    <name>nc::TemplateFiles</name>
    <message>
        <source>Content</source>
        <translation>Вміст</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метадані</translation>
    </message>
    <message>
        <source>This file is a link out of the regulation; it is neither read nor written here.</source>
        <translation>Цей файл — посилання за межі регламенту; тут його не читають і не записують.</translation>
    </message>
    <message>
        <source>This file is not UTF-8 text, so it cannot be edited here. Alt+Enter offers a way.</source>
        <translation>Цей файл не в UTF-8, тож його не можна редагувати тут. Alt+Enter запропонує вихід.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Рядок %1, стовпець %2</translation>
    </message>
    <message>
        <source>%1 of %2 characters that Diia shows</source>
        <translation>Символів: %1 із %2, які показує Дія</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>Символів: %1</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Виділено: %1</translation>
    </message>
    <message>
        <source>New style sheet…</source>
        <translation>Нова таблиця стилів…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Перейменувати…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
</context>
<context>
    <name>nc::TemplateNameDialog</name>
    <message>
        <source>Email</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Скринька кабінету</translation>
    </message>
    <message>
        <source>Diia</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новий шаблон</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Створити</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Дублювати %1</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублювати</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Перейменувати %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>&amp;Канал</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Назва</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, рядок %2: %3</translation>
    </message>
    <message>
        <source>Business processes that name it:</source>
        <translation>Бізнес-процеси, які його називають:</translation>
    </message>
    <message numerus="yes">
        <source>Write the new name there too (%n places)</source>
        <translation>
            <numerusform>Записати нову назву й там (%n місце)</numerusform>
            <numerusform>Записати нову назву й там (%n місця)</numerusform>
            <numerusform>Записати нову назву й там (%n місць)</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a template of this name in %1 too: the processes mean all of them.</source>
        <translation>Шаблон із такою назвою є і в %1: процеси мають на увазі їх усі.</translation>
    </message>
</context>
<context>
    <name>nc::TemplateTreeView</name>
    <message>
        <source>Email</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Скринька кабінету</translation>
    </message>
    <message>
        <source>Diia</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Помилок: %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>Попереджень: %1</translation>
    </message>
    <message>
        <source>Templates by channel</source>
        <translation>Шаблони за каналами</translation>
    </message>
    <message>
        <source>A: new since the last commit</source>
        <translation>A: новий після останнього коміту</translation>
    </message>
    <message>
        <source>M: changed since the last commit</source>
        <translation>M: змінений після останнього коміту</translation>
    </message>
    <message>
        <source>D: deleted since the last commit</source>
        <translation>D: видалений після останнього коміту</translation>
    </message>
    <message>
        <source>In the database: %1</source>
        <translation>У базі даних: %1</translation>
    </message>
</context>
<context>
    <name>nc::TemplatesPage</name>
    <message>
        <source>There is no template in %1.</source>
        <translation>У %1 немає шаблонів.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 збережено.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation>Закоментувати чи розкоментувати</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Назад до редагування</translation>
    </message>
    <message>
        <source>This profile names no regulation. Add the folder of your clone to it.</source>
        <translation>У цьому профілі не вказано регламенту. Додайте теку свого клону.</translation>
    </message>
    <message>
        <source>Reading the templates</source>
        <translation>Читання шаблонів</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Ще не збережено: %1</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Закрити без збереження</translation>
    </message>
    <message>
        <source>What is not saved is not published: %1</source>
        <translation>Незбережене не публікується: %1</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Опублікувати…</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n templates</source>
        <translation>
            <numerusform>Опублікувати %n шаблон</numerusform>
            <numerusform>Опублікувати %n шаблони</numerusform>
            <numerusform>Опублікувати %n шаблонів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows from the database…</source>
        <translation>
            <numerusform>Видалити %n рядок із бази даних…</numerusform>
            <numerusform>Видалити %n рядки з бази даних…</numerusform>
            <numerusform>Видалити %n рядків із бази даних…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n шаблон</numerusform>
            <numerusform>%n шаблони</numerusform>
            <numerusform>%n шаблонів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n помилка</numerusform>
            <numerusform>%n помилки</numerusform>
            <numerusform>%n помилок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet published</source>
        <translation>
            <numerusform>%n ще не опублікований</numerusform>
            <numerusform>%n ще не опубліковані</numerusform>
            <numerusform>%n ще не опублікованих</numerusform>
        </translation>
    </message>
    <message>
        <source>They are written to the database of profile %1. What stood there is kept in the history.</source>
        <translation>Їх буде записано в базу даних профілю %1. Попередній вміст збережеться в історії.</translation>
    </message>
    <message>
        <source>These have problems and are published in spite of them: %1</source>
        <translation>Мають проблеми, але публікуються: %1</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>з проблемами</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows from the database</source>
        <translation>
            <numerusform>Видалити %n рядок із бази даних</numerusform>
            <numerusform>Видалити %n рядки з бази даних</numerusform>
            <numerusform>Видалити %n рядків із бази даних</numerusform>
        </translation>
    </message>
    <message>
        <source>Processes that name these templates will no longer find them. What stood there is kept in the history.</source>
        <translation>Процеси, що посилаються на ці шаблони, більше їх не знайдуть. Попередній вміст збережеться в історії.</translation>
    </message>
    <message>
        <source>Published: %1.</source>
        <translation>Опубліковано: %1.</translation>
    </message>
    <message>
        <source>Published: %1. Failed: %2. Not tried: %3.</source>
        <translation>Опубліковано: %1. Не вдалося: %2. Не пробували: %3.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Переглянути ще раз</translation>
    </message>
    <message>
        <source>The version is back in the database.</source>
        <translation>Версію повернуто до бази даних.</translation>
    </message>
    <message>
        <source>History of this template</source>
        <translation>Історія цього шаблону</translation>
    </message>
    <message>
        <source>These are in no commit: %1</source>
        <translation>Не закомічено: %1</translation>
    </message>
    <message>
        <source>Put version %1 of %2 back</source>
        <translation>Повернути версію %1 шаблону %2</translation>
    </message>
    <message>
        <source>It is published to the database of profile %1 as it was. What stands there now is kept in the history; the files in the directory stay as they are.</source>
        <translation>Її буде опубліковано в базу даних профілю %1 такою, якою вона була. Те, що там є тепер, збережеться в історії; файли в теці не зміняться.</translation>
    </message>
    <message>
        <source>stood there since %1</source>
        <translation>діяла від %1</translation>
    </message>
    <message>
        <source>Put version %1 back</source>
        <translation>Повернути версію %1</translation>
    </message>
    <message>
        <source>Registered at Diia before, and only now in the database: %1.</source>
        <translation>Зареєстровано в Дії раніше, а в базі даних лише тепер: %1.</translation>
    </message>
    <message>
        <source>Not registered at Diia, since no address or token of Diia is known here: %1.</source>
        <translation>Не зареєстровано в Дії, бо тут не відомі адреса або токен Дії: %1.</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>Новий шаблон…</translation>
    </message>
    <message>
        <source>Duplicate template…</source>
        <translation>Дублювати шаблон…</translation>
    </message>
    <message>
        <source>Rename template…</source>
        <translation>Перейменувати шаблон…</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Видалити шаблон</translation>
    </message>
    <message>
        <source>Find in the template</source>
        <translation>Знайти в шаблоні</translation>
    </message>
    <message>
        <source>Replace in the template</source>
        <translation>Замінити в шаблоні</translation>
    </message>
    <message>
        <source>Complete the word</source>
        <translation>Доповнити слово</translation>
    </message>
    <message>
        <source>Correct the problem of this line…</source>
        <translation>Виправити зауваження цього рядка…</translation>
    </message>
    <message>
        <source>Go to the macro&apos;s definition</source>
        <translation>Перейти до визначення макросу</translation>
    </message>
    <message>
        <source>Go to the other end</source>
        <translation>Перейти до парного елемента</translation>
    </message>
    <message>
        <source>Changes since the last commit</source>
        <translation>Зміни після останнього коміту</translation>
    </message>
    <message>
        <source>Who changed this line</source>
        <translation>Хто змінив цей рядок</translation>
    </message>
    <message>
        <source>Commit templates…</source>
        <translation>Закомітити шаблони…</translation>
    </message>
    <message>
        <source>From the failure</source>
        <translation>Зі збою</translation>
    </message>
    <message numerus="yes">
        <source>The console ended with unsaved texts: %n file(s).</source>
        <translation>
            <numerusform>Консоль завершилася з незбереженими текстами: %n файл.</numerusform>
            <numerusform>Консоль завершилася з незбереженими текстами: %n файли.</numerusform>
            <numerusform>Консоль завершилася з незбереженими текстами: %n файлів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <source>New style sheet…</source>
        <translation>Нова таблиця стилів…</translation>
    </message>
    <message numerus="yes">
        <source>Register %n templates at Diia again</source>
        <translation>
            <numerusform>Зареєструвати в Дії знову %n шаблон</numerusform>
            <numerusform>Зареєструвати в Дії знову %n шаблони</numerusform>
            <numerusform>Зареєструвати в Дії знову %n шаблонів</numerusform>
        </translation>
    </message>
    <message>
        <source>Diia was asked before and has not answered. If it took them then, a copy that nothing names stays there. Look in Diia&apos;s cabinet first.</source>
        <translation>До Дії вже зверталися, але відповіді не було. Якщо вона тоді все ж їх прийняла, там залишиться копія, якою ніхто не користується. Спершу погляньте в кабінеті Дії.</translation>
    </message>
    <message>
        <source>Whether Diia knows these already is not known: %1.</source>
        <translation>Невідомо, чи вже є в Дії: %1.</translation>
    </message>
    <message>
        <source>Register again…</source>
        <translation>Зареєструвати знову…</translation>
    </message>
    <message>
        <source>Shelf life…</source>
        <translation>Строк придатності…</translation>
    </message>
</context>
<context>
    <name>nc::TimelineChart</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>nc::TopBar</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation>Додати профіль…</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Профілі…</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Запустити пісочницю</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Без профілю</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Профіль: %1</translation>
    </message>
    <message>
        <source>Switch profile</source>
        <translation>Змінити профіль</translation>
    </message>
    <message>
        <source>production</source>
        <translation>промислове</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>лише читання</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
</context>
<context>
    <name>nc::TopicsPage</name>
    <message>
        <source>All topics</source>
        <translation>Усі топіки</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитати</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Send a record…</source>
        <translation>Надіслати запис…</translation>
    </message>
    <message>
        <source>Send this record again, changed…</source>
        <translation>Надіслати цей запис ще раз, зміненим…</translation>
    </message>
    <message>
        <source>Export all that match…</source>
        <translation>Експортувати всі відповідні…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Оновити</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Знайти топік</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Топіки</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топік</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Призначення</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Читає</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Відстає</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Відхилені</translation>
    </message>
    <message>
        <source>Reading the topics</source>
        <translation>Читання топіків</translation>
    </message>
    <message>
        <source>This cluster has no topics.</source>
        <translation>У цьому кластері топіків немає.</translation>
    </message>
    <message>
        <source>No topic is called like that.</source>
        <translation>Топіка з такою назвою немає.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>%L1 topics with %L2 records</source>
        <translation>топіків: %L1, записів: %L2</translation>
    </message>
    <message>
        <source>Export all that match</source>
        <translation>Експортувати всі відповідні</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl);;All files (*)</source>
        <translation>Рядки JSON (*.jsonl);;Усі файли (*)</translation>
    </message>
    <message>
        <source>%L1 records are in %2.</source>
        <translation>Записів у %2: %L1.</translation>
    </message>
    <message>
        <source>Send a record</source>
        <translation>Надіслати запис</translation>
    </message>
    <message>
        <source>It goes to %1 and cannot be taken back.</source>
        <translation>Він потрапить до %1, і скасувати це неможливо.</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Надіслати до %1</translation>
    </message>
    <message>
        <source>Sent to %1, partition %2, offset %L3.</source>
        <translation>Надіслано до %1, розділ %2, зсув %L3.</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>За годину</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Зберігає</translation>
    </message>
    <message>
        <source>This profile names no Kafka servers.</source>
        <translation>У цьому профілі не вказано серверів Kafka.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Збережені фільтри</translation>
    </message>
</context>
<context>
    <name>nc::TraceTab</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Пошук зупинено.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Шукати ще раз</translation>
    </message>
    <message>
        <source>Looking through all topics…</source>
        <translation>Перегляд усіх топіків…</translation>
    </message>
    <message>
        <source>Nothing is known of “%1”, as far back as the topics go.</source>
        <translation>Про «%1» нічого не відомо, наскільки глибоко сягають топіки.</translation>
    </message>
    <message>
        <source>Nothing was found about “%1” in that time.</source>
        <translation>За цей час про «%1» нічого не знайдено.</translation>
    </message>
    <message>
        <source>Look further back</source>
        <translation>Шукати далі в минулому</translation>
    </message>
    <message numerus="yes">
        <source>Looked through %n topic(s), %1 records</source>
        <translation>
            <numerusform>Переглянуто %n топік, записів: %1</numerusform>
            <numerusform>Переглянуто %n топіки, записів: %1</numerusform>
            <numerusform>Переглянуто %n топіків, записів: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, back to %1</source>
        <translation>, починаючи з %1</translation>
    </message>
    <message>
        <source>, back to the beginning (%1)</source>
        <translation>, від самого початку (%1)</translation>
    </message>
    <message>
        <source>There is more than is shown.</source>
        <translation>Знайдено більше, ніж показано.</translation>
    </message>
    <message>
        <source>Older records are gone from: %1.</source>
        <translation>Старіших записів уже немає в: %1.</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Кому: %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Процес %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n повідомлення</numerusform>
            <numerusform>%n повідомлення</numerusform>
            <numerusform>%n повідомлень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n with a failure</source>
        <translation>
            <numerusform>%1, зі збоєм: %n</numerusform>
            <numerusform>%1, зі збоями: %n</numerusform>
            <numerusform>%1, зі збоями: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Person&apos;s id</source>
        <translation>Ідентифікатор людини</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процес</translation>
    </message>
    <message>
        <source>Trace id</source>
        <translation>Ідентифікатор трасування</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>за останню добу</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>за останні 7 днів</translation>
    </message>
    <message>
        <source>as far as it goes</source>
        <translation>за весь час</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Що шукати</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Наскільки давно</translation>
    </message>
    <message>
        <source>Whose message, which process?</source>
        <translation>Чиє повідомлення, який процес?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Шукати</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топік</translation>
    </message>
    <message>
        <source>Show the record in its topic</source>
        <translation>Показати запис у його топіку</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Open the template</source>
        <translation>Відкрити шаблон</translation>
    </message>
    <message>
        <source>Search for a person&apos;s id or email, or for a process: what was requested, what was delivered, what failed and why, and what has been sent since.</source>
        <translation>Шукайте за ідентифікатором чи адресою людини або за процесом: що замовлено, що доставлено, що не вдалося й чому і що надіслано відтоді.</translation>
    </message>
</context>
<context>
    <name>nc::TraceTree</name>
    <message>
        <source>Notification</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Підсумок</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>Template not known</source>
        <translation>Шаблон невідомий</translation>
    </message>
    <message numerus="yes">
        <source>delivered %n time(s)</source>
        <translation>
            <numerusform>доставлено %n раз</numerusform>
            <numerusform>доставлено %n рази</numerusform>
            <numerusform>доставлено %n разів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nc::VariablesPane</name>
    <message>
        <source>Variable</source>
        <translation>Змінна</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Рядки</translation>
    </message>
    <message>
        <source>In the sample data</source>
        <translation>У зразкових даних</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Змінні</translation>
    </message>
    <message>
        <source>This template reads no data.</source>
        <translation>Цей шаблон не читає даних.</translation>
    </message>
    <message>
        <source>list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>object</source>
        <translation>об’єкт</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значення</translation>
    </message>
    <message>
        <source>%1, may be absent</source>
        <translation>%1, може бути відсутнє</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>there</source>
        <translation>є</translation>
    </message>
    <message>
        <source>there, never read</source>
        <translation>є, не читається</translation>
    </message>
</context>
<context>
    <name>nc::WhoGotView</name>
    <message>
        <source>what arrived</source>
        <translation>що надійшло</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Читання зупинено.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Переглянути ще раз</translation>
    </message>
    <message>
        <source>It names neither a process nor an activity, so deliveries cannot be joined to it.</source>
        <translation>Він не називає ані процесу, ані дії, тож доставки з ним не зіставити.</translation>
    </message>
    <message>
        <source>By audit-events, the channels&apos; topics, the ledger and the inbox.</source>
        <translation>За audit-events, топіками каналів, журналом і скринькою.</translation>
    </message>
    <message>
        <source>Not looked at: %1</source>
        <translation>Не переглянуто: %1</translation>
    </message>
    <message>
        <source>It names no recipients.</source>
        <translation>Він не називає отримувачів.</translation>
    </message>
    <message>
        <source>Who already got what</source>
        <translation>Хто вже що отримав</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Що відомо</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
</context>
<context>
    <name>nc::gui::PlaceholderPage</name>
    <message>
        <source>This build leaves this page out.</source>
        <translation>Ця збірка не має цієї сторінки.</translation>
    </message>
</context>
<context>
    <name>replay</name>
    <message numerus="yes">
        <source>Also send %n whose sender waited for a reply</source>
        <translation>
            <numerusform>Також надіслати %n, на відповідь на який чекали</numerusform>
            <numerusform>Також надіслати %n, на відповідь на які чекали</numerusform>
            <numerusform>Також надіслати %n, на відповідь на які чекали</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that came back too often</source>
        <translation>
            <numerusform>Також надіслати %n, що повертався надто часто</numerusform>
            <numerusform>Також надіслати %n, що поверталися надто часто</numerusform>
            <numerusform>Також надіслати %n, що поверталися надто часто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n whose event is a dead letter, too</source>
        <translation>
            <numerusform>Також надіслати %n, подія якого теж відхилена</numerusform>
            <numerusform>Також надіслати %n, події яких теж відхилені</numerusform>
            <numerusform>Також надіслати %n, події яких теж відхилені</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n whose event was sent back since</source>
        <translation>
            <numerusform>Також надіслати %n, подію якого відтоді надіслано повторно</numerusform>
            <numerusform>Також надіслати %n, події яких відтоді надіслано повторно</numerusform>
            <numerusform>Також надіслати %n, події яких відтоді надіслано повторно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that come too late</source>
        <translation>
            <numerusform>Також надіслати %n, що вже запізнився</numerusform>
            <numerusform>Також надіслати %n, що вже запізнилися</numerusform>
            <numerusform>Також надіслати %n, що вже запізнилися</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that somebody already got and would get again</source>
        <translation>
            <numerusform>Також надіслати %n, що хтось уже отримав і отримає знову</numerusform>
            <numerusform>Також надіслати %n, що хтось уже отримав і отримає знову</numerusform>
            <numerusform>Також надіслати %n, що хтось уже отримав і отримає знову</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n that were sent again before</source>
        <translation>
            <numerusform>Також надіслати %n, що вже надсилався повторно</numerusform>
            <numerusform>Також надіслати %n, що вже надсилалися повторно</numerusform>
            <numerusform>Також надіслати %n, що вже надсилалися повторно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also send %n of which nobody can tell who already got them</source>
        <translation>
            <numerusform>Також надіслати %n, про який невідомо, хто його вже отримав</numerusform>
            <numerusform>Також надіслати %n, про які невідомо, хто їх уже отримав</numerusform>
            <numerusform>Також надіслати %n, про які невідомо, хто їх уже отримав</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>servers</name>
    <message>
        <source>brokers: %1</source>
        <translation>брокерів: %1</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База даних</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>ok</source>
        <translation>гаразд</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>попередження</translation>
    </message>
    <message>
        <source>error</source>
        <translation>помилка</translation>
    </message>
    <message>
        <source>note</source>
        <translation>примітка</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>невідомо</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новий</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>змінений</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>only in the database</source>
        <translation>лише в базі даних</translation>
    </message>
    <message>
        <source>changed in the database</source>
        <translation>змінений у базі даних</translation>
    </message>
    <message>
        <source>created</source>
        <translation>створено</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>оновлено</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>видалено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не вдалося</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>чекає</translation>
    </message>
    <message>
        <source>running</source>
        <translation>виконується</translation>
    </message>
    <message>
        <source>done</source>
        <translation>виконано</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубліковано</translation>
    </message>
    <message>
        <source>open</source>
        <translation>відкритий</translation>
    </message>
    <message>
        <source>replayed</source>
        <translation>повторено</translation>
    </message>
    <message>
        <source>would be replayed</source>
        <translation>буде повторено</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>повернувся</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>списано</translation>
    </message>
    <message>
        <source>resent</source>
        <translation>переслано</translation>
    </message>
    <message>
        <source>would succeed now</source>
        <translation>тепер вдасться</translation>
    </message>
    <message>
        <source>would fail again</source>
        <translation>знову не вдасться</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>запізно</translation>
    </message>
    <message>
        <source>held</source>
        <translation>притримано</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>надіслано</translation>
    </message>
    <message>
        <source>templates published</source>
        <translation>опубліковано шаблони</translation>
    </message>
    <message>
        <source>templates deleted</source>
        <translation>видалено шаблони</translation>
    </message>
    <message>
        <source>records replayed</source>
        <translation>записи надіслано повторно</translation>
    </message>
    <message>
        <source>records discarded</source>
        <translation>записи списано</translation>
    </message>
    <message>
        <source>discard undone</source>
        <translation>списання скасовано</translation>
    </message>
    <message>
        <source>notifications resent</source>
        <translation>сповіщення надіслано знову</translation>
    </message>
    <message>
        <source>record sent</source>
        <translation>надіслано запис</translation>
    </message>
    <message>
        <source>changes committed</source>
        <translation>зміни закомічено</translation>
    </message>
    <message>
        <source>changes pushed</source>
        <translation>зміни надіслано до репозиторію</translation>
    </message>
    <message>
        <source>file saved</source>
        <translation>збережено файл</translation>
    </message>
    <message>
        <source>record skipped</source>
        <translation>запис пропущено</translation>
    </message>
    <message>
        <source>test letter sent</source>
        <translation>надіслано пробний лист</translation>
    </message>
    <message>
        <source>profile chosen</source>
        <translation>вибрано профіль</translation>
    </message>
    <message>
        <source>sandbox started</source>
        <translation>запущено пісочницю</translation>
    </message>
    <message>
        <source>sandbox stopped</source>
        <translation>зупинено пісочницю</translation>
    </message>
    <message>
        <source>stands there now</source>
        <translation>діє тепер</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>без змін</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>інакше</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>знову вдається</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>не вдається</translation>
    </message>
    <message>
        <source>fails as before</source>
        <translation>не вдається, як і раніше</translation>
    </message>
    <message>
        <source>version put back</source>
        <translation>версію повернуто</translation>
    </message>
    <message>
        <source>impact looked at</source>
        <translation>перевірено вплив</translation>
    </message>
    <message>
        <source>exactly once</source>
        <translation>рівно один раз</translation>
    </message>
    <message>
        <source>at least once</source>
        <translation>щонайменше раз</translation>
    </message>
    <message>
        <source>event</source>
        <translation>подія</translation>
    </message>
    <message>
        <source>dead letter</source>
        <translation>недоставлений запис</translation>
    </message>
    <message>
        <source>failed silently</source>
        <translation>тихий збій</translation>
    </message>
    <message>
        <source>handed to the channel</source>
        <translation>передано до каналу</translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation>у скриньці</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>нічого не відомо</translation>
    </message>
    <message>
        <source>would be sent</source>
        <translation>буде надіслано</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>Publishing templates</source>
        <translation>Публікація шаблонів</translation>
    </message>
    <message>
        <source>Planning the publication</source>
        <translation>Планування публікації</translation>
    </message>
    <message>
        <source>Deleting templates</source>
        <translation>Видалення шаблонів</translation>
    </message>
    <message>
        <source>Checking templates</source>
        <translation>Перевірка шаблонів</translation>
    </message>
    <message>
        <source>Preparing a template</source>
        <translation>Підготовка шаблону</translation>
    </message>
    <message>
        <source>Rendering a preview</source>
        <translation>Побудова попереднього перегляду</translation>
    </message>
    <message>
        <source>Reading templates</source>
        <translation>Читання шаблонів</translation>
    </message>
    <message>
        <source>Replaying records</source>
        <translation>Повторне надсилання записів</translation>
    </message>
    <message>
        <source>Trying out a replay</source>
        <translation>Пробне повторне надсилання</translation>
    </message>
    <message>
        <source>Marking records as discarded</source>
        <translation>Списання записів</translation>
    </message>
    <message>
        <source>Reading dead letters</source>
        <translation>Читання відхилених записів</translation>
    </message>
    <message>
        <source>Reading failed deliveries</source>
        <translation>Читання невдалих доставок</translation>
    </message>
    <message>
        <source>Resending notifications</source>
        <translation>Повторне надсилання сповіщень</translation>
    </message>
    <message>
        <source>Reading records</source>
        <translation>Читання записів</translation>
    </message>
    <message>
        <source>Searching records</source>
        <translation>Пошук записів</translation>
    </message>
    <message>
        <source>Following new records</source>
        <translation>Стеження за новими записами</translation>
    </message>
    <message>
        <source>Exporting records</source>
        <translation>Експорт записів</translation>
    </message>
    <message>
        <source>Sending a record</source>
        <translation>Надсилання запису</translation>
    </message>
    <message>
        <source>Reading the list of topics</source>
        <translation>Читання переліку топіків</translation>
    </message>
    <message>
        <source>Committing</source>
        <translation>Коміт</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Надсилання до репозиторію</translation>
    </message>
    <message>
        <source>Testing the mail server</source>
        <translation>Перевірка поштового сервера</translation>
    </message>
    <message>
        <source>Testing Diia</source>
        <translation>Перевірка Дії</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Перевірка з’єднання</translation>
    </message>
    <message>
        <source>Starting the sandbox</source>
        <translation>Запуск пісочниці</translation>
    </message>
    <message>
        <source>Stopping the sandbox</source>
        <translation>Зупинка пісочниці</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>читання</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>планування</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>підготовка</translation>
    </message>
    <message>
        <source>publishing</source>
        <translation>публікація</translation>
    </message>
    <message>
        <source>replaying</source>
        <translation>надсилання</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>запис</translation>
    </message>
    <message>
        <source>waiting for another one</source>
        <translation>чекає на іншого</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>запуск</translation>
    </message>
    <message>
        <source>reading the ledger</source>
        <translation>читання журналу</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Збереження</translation>
    </message>
    <message>
        <source>Skipping a record</source>
        <translation>Пропуск запису</translation>
    </message>
    <message>
        <source>Taking a discard back</source>
        <translation>Скасування списання</translation>
    </message>
    <message>
        <source>Sending a test letter</source>
        <translation>Надсилання пробного листа</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Перевірка</translation>
    </message>
    <message>
        <source>Finding out what would succeed now</source>
        <translation>З’ясування, що тепер вдасться</translation>
    </message>
    <message>
        <source>Putting a version back</source>
        <translation>Повернення версії</translation>
    </message>
    <message>
        <source>Trying a template on real events</source>
        <translation>Перевірка шаблону на справжніх подіях</translation>
    </message>
    <message>
        <source>Looking up what happened to a message</source>
        <translation>З’ясування, що сталося з повідомленням</translation>
    </message>
</context>
<context>
    <name>timewords</name>
    <message>
        <source>just now</source>
        <translation>щойно</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n год тому</numerusform>
            <numerusform>%n год тому</numerusform>
            <numerusform>%n год тому</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>сьогодні о %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>учора о %1</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 кБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 ГБ</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 ТБ</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>завжди</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дні</numerusform>
            <numerusform>%n днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n год</numerusform>
            <numerusform>%n год</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n хв</numerusform>
            <numerusform>%n хв</numerusform>
            <numerusform>%n хв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message>
        <source>requested</source>
        <translation>замовлено</translation>
    </message>
    <message>
        <source>failed attempt</source>
        <translation>невдала спроба</translation>
    </message>
    <message>
        <source>failed silently</source>
        <translation>не вдалося, без сліду</translation>
    </message>
    <message>
        <source>handed to the channel</source>
        <translation>передано до каналу</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation>у скриньці</translation>
    </message>
    <message>
        <source>dead letter</source>
        <translation>відхилений запис</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>надіслано ще раз</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>списано</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>знову відкрито</translation>
    </message>
    <message>
        <source>mentioned</source>
        <translation>згадано</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>бракує</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>невідомо</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>у дорозі</translation>
    </message>
    <message>
        <source>taken up</source>
        <translation>взято в роботу</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Скринька кабінету</translation>
    </message>
    <message>
        <source>Diia</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>The event as a whole</source>
        <translation>Подія загалом</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>сказати не можна</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Refresh</source>
        <translation>Оновити</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Шукати на цій сторінці</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Команди…</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Українська</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Англійська</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Світла чи темна тема — як у системі</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла тема</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна тема</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Комбінації клавіш</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Про програму</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Find what happened to a person&apos;s message…</source>
        <translation>З’ясувати, що сталося з повідомленням людини…</translation>
    </message>
</context>
</TS>
