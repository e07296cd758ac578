${fullName}, заяву № ${applicationNumber} повернуто. Недоліки:
[#list remarks as remark]
- ${remark}
[/#list]
Подайте заяву повторно до ${deadline}.
