Вітаємо, ${fullName}! Свідоцтво № ${certificateNumber} за спеціальністю «${speciality}» внесено до реєстру. Чинне до ${validUntil}.
