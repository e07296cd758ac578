${fullName}, за заявою № ${applicationNumber} очікуємо на сплату збору: ${amount} грн.
