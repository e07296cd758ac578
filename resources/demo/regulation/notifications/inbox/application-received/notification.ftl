Вітаємо, ${fullName}!

Вашу заяву № ${applicationNumber} зареєстровано ${registeredAt}. Долучено документів: ${documents?size}.
Строк розгляду – 30 календарних днів.
