${fullName}, іспит призначено на ${examAt}, кабінет ${room}.
