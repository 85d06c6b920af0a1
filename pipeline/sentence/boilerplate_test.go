//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"
)

// dropLines are whole lines that must be left out, by reason.
var dropLines = map[string]string{
	ReasonCredit: `Photo: Nadia Frost/Reuters
Photo by Ann Holm
Photo credit: AFP
REUTERS/Jon Vale
AFP/Getty Images
(Photo: AP)
Image: Office of the Foreign Minister
File photo
Foto: Deniz Ak / AA
Fotoğraf: Ece Yurt
Crédit photo : Luc Petit
Fotografía: Inés Rey / EFE
عکس: علی رستگار
عکس از خبرگزاری ایسنا
صورة: أ ف ب
תמונה: רויטרס
צילום: דנה לוי
צילום: רויטרס/דנה לוי
انځور: باختر
Фото: Иван Громов / ТАСС
Фото: пресс-служба
Фото: Олена Гай
图/新华社
图片来源：路透社
📷 Photo: Ann Holm`,
	ReasonShare: `Share
Share this article
Share on Facebook
Follow us on Telegram for the latest news.
@stance_news
Facebook Twitter WhatsApp Telegram
Paylaş
Bizi Twitter'da takip edin
Partager sur Facebook
Suivez-nous sur Twitter
Síguenos en Telegram
Compartir
ما را در تلگرام دنبال کنید
اشتراک‌گذاری
اشتراک گذاری
شارك المقال
تابعونا على تويتر
שתפו את הכתבה
עקבו אחרינו בטוויטר
شیئر کریں
شریک کړئ
Поделиться
Подписывайтесь на наш Telegram-канал
Підписуйтесь на наш канал у Telegram
分享到
关注我们的微信公众号`,
	ReasonRelated: `Read also: Envoys meet again in Geneva
Read more:
READ MORE: Minister rejects offer
Also Read: Fleet leaves port
Related articles
Recommended
İlgili haberler
İlgili haber: Bakan görüşmeyi iptal etti
À lire aussi : Le ministre refuse l'offre
Lire aussi Le ministre refuse l'offre
Lea también: El ministro rechaza la oferta
Lee también
بیشتر بخوانید
بیشتر بخوانید: وزیر پیشنهاد را رد کرد
همچنین بخوانید؛
اقرأ أيضا
اقرأ أيضًا: الوزير يرفض العرض
إقرأ أيضاً
קראו גם
קראו גם: השר דחה את ההצעה
نور ولولئ
یہ بھی پڑھیں: وزیر نے پیشکش ٹھکرا دی
مزید پڑھیں
Читайте также
Читайте также: Министр отклонил предложение
Читайте також: Міністр відхилив пропозицію
相关阅读
相关阅读：外长拒绝提议
Tags: Iran, talks, Geneva
Теги: переговоры, санкции
برچسب‌ها: ایران، مذاکرات`,
	ReasonNewsletter: `Sign up for our newsletter
Subscribe to our newsletter and never miss a story.
Subscribe now
Bültenimize abone olun
Abonnez-vous à notre newsletter
Suscríbete a nuestro boletín
عضویت در خبرنامه
اشترك في نشرتنا البريدية
הירשמו לניוזלטר
Подпишитесь на рассылку
Підпишіться на нашу розсилку
订阅我们的电子报`,
	ReasonCookies: `This site uses cookies to improve your experience.
We use cookies
Accept all cookies
Bu site çerez kullanmaktadır.
Nous utilisons des cookies pour améliorer votre visite.
Este sitio utiliza cookies
این سایت از کوکی‌ها استفاده می‌کند.
يستخدم هذا الموقع ملفات تعريف الارتباط
האתר משתמש בעוגיות
Мы используем файлы cookie
Ми використовуємо файли cookie
本网站使用cookie
یہ ویب سائٹ کوکیز استعمال کرتی ہے`,
	ReasonCopyright: `© 2026 Example Agency
Copyright 2026 Example Media. All rights reserved.
(c) 2026 Example
All rights reserved.
Tüm hakları saklıdır.
Tous droits réservés
Todos los derechos reservados.
کلیه حقوق محفوظ است.
جميع الحقوق محفوظة
כל הזכויות שמורות
Все права защищены.
Усі права захищено.
جملہ حقوق محفوظ ہیں
ټول حقوق خوندي دي
版权所有`,
	ReasonAgency: `انتهای پیام/
انتهای پیام
انتهاي پيام/م
پایان پیام/۱۲
End/
(End)
MNA/6123456
SB/PR
/ТАСС/
کد خبر: 123456
انتهى
责任编辑：林远
(Reuters)`,
	ReasonTimestamp: `Updated 3 Nov 2026, 14:05 GMT
Published: November 3, 2026
Last updated on 3 November 2026 at 5 pm
3 Nov 2026 14:05
14:05
Tuesday, 3 November 2026
Güncelleme: 03.11.2026 14:05
Publié le 3 novembre 2026 à 14h05
Actualizado el 3 de noviembre de 2026 a las 14:05
منتشر شده در ۱۲ آبان ۱۴۰۵ ساعت ۱۴:۰۵
۱۲ آبان ۱۴۰۵ - ۱۴:۰۵
تاریخ انتشار: ۱۴۰۵/۰۸/۱۲
آخر تحديث: 3 نوفمبر 2026
نُشر في 3 نوفمبر 2026
פורסם: 03.11.26
עודכן ב-3 בנובמבר 2026
Опубликовано: 3 ноября 2026, 14:05
3 ноября 2026
Оновлено 3 листопада 2026
آخری اپ ڈیٹ: 3 نومبر 2026
发布时间：2026年11月3日
2026-11-03 14:05`,
	ReasonByline: `By Staff Writer
By Ann Holm
By Ann Holm and Jon Vale
Written by Ann Holm
Source: Reuters
Par Luc Petit
Por Inés Rey
Haber: Deniz Ak
منبع: ایسنا
نویسنده: علی رستگار
المصدر: وكالات
بقلم: سليم الوادي
מאת: דנה לוי
لیکوال: احمد ستوری
Автор: Иван Громов
Источник: ТАСС
Джерело: Укрінформ
作者：林远`,
	ReasonURL: `https://example.com/news/1
www.example.org
example.com/a/b
t.me/stance_news`,
	ReasonEmail:    "news@example.com\nann.holm@mail.example.org",
	ReasonHashtags: "#Iran #Talks\n#ایران #مذاکرات\n#Новости",
	ReasonNavigation: `Home > World > Middle East
Home / News / Politics
Главная » Новости
خانه / سیاسی / دیپلماسی
首页 > 新闻
Back to top
صفحه اصلی`,
	ReasonComments: `Leave a comment
Comments (12)
Your email address will not be published.
نظر شما
ارسال نظر
اترك تعليقا
הוסף תגובה
Yorum yap
Комментарии
Залишити коментар
Laisser un commentaire
Deja un comentario
تبصرہ کریں
发表评论`,
	ReasonAd: `ADVERTISEMENT
Advertisement
[Advertisement]
Story continues below advertisement
Reklam
Publicité
Publicidad
آگهی
إعلان
פרסומת
Реклама
广告`,
	ReasonSymbols: "***\n-----\n• • •\n🔴",
}

// keepLines only mention such words; none of them may be left out.
const keepLines = `Photo opportunities with the minister were cancelled.
Photo: the minister leaves the hall after the talks.
Photographs of the site show new tunnels.
The photo, taken by Reuters, shows the envoy.
Reuters reported that the envoy had left.
AFP/Reuters quoted the envoy as saying that talks had failed.
Share prices fell after the threat.
Share this burden, the minister told allies.
Follow the money, the prosecutor said.
Read also what the minister wrote last year.
Related to the talks, a second round is planned.
More sanctions will follow.
Watch-list names forty officials
Subscribe to the treaty or face war, the envoy warned.
Sign up for the draft, the general told young men.
Cookies and tea were served at the talks.
Accept all demands or face war, envoy says
Privacy policy changes anger lawmakers
Copyright law talks begin in Geneva.
The ministry copyrighted the map.
End the war, the minister said.
Ends of the corridor stay closed.
End-user certificates were forged.
Updated sanctions took effect on 3 November 2026.
Published reports say the fleet left on Tuesday.
Date set for 5 May talks
On 3 November 2026 the ministers met.
By Tuesday the fleet had left.
By attacking the port, the army broke the truce.
Source: Iran agrees to halt enrichment
Home Secretary rejects the deal
Home rule is the goal, the party says.
Comments by the minister angered Ankara.
Comment: war is no answer
Advertisement of the truce came too late.
Ad hoc talks ended.
Reply from Moscow expected on Monday
Iran / United States
War > peace, he wrote.
Names of the dead were read out.
Son dakika: Bakan istifa etti
Reklam yasağı kaldırıldı.
Kaynak ülke ABD anlaşmadan çekildi.
Haber alan elçi ülkeyi terk etti.
Paylaşım savaşı büyüyor.
Partager le pouvoir, tel est son but.
Publicité mensongère : le ministre accuse
Par cette loi, le gouvernement menace la presse.
Por ahora, el ministro no irá.
Comparte en Ginebra su plan de paz
Publicado el informe, el ministro dimitió.
عکس آن اتفاق افتاد.
عکس‌های تازه از تأسیسات منتشر شد.
منتشر شده که وزیر استعفا کرده است.
منبع: ایران پاسخ خواهد داد
گزارش: ایران تسلیم نمی‌شود
بیشتر مردم با جنگ مخالف‌اند.
نظر شما درباره مذاکرات چیست، خبرنگار پرسید.
حریم خصوصی شهروندان نقض شد.
تبلیغات جنگی علیه ایران شدت گرفت.
انتهای پیام وزیر خارجه به همتایش تهدیدآمیز بود.
نظرات وزیر درباره تحریم‌ها تغییر کرد.
خانه‌های مردم ویران شد.
شارك عبر الفيديو في اجتماع الوزراء
شارك في المحادثات وفد من ثلاث دول.
صورة الوضع في الجنوب قاتمة.
المصدر: طهران سترد على الهجوم
هذا الموقع يستخدم لتخزين الصواريخ.
إعلان الحرب قرار خاطئ، قال الوزير.
انتهى الاجتماع دون اتفاق.
تعليق المحادثات يهدد الهدنة.
شاهد: رأيت الجنود يدخلون القرية
צילום הלוויין מראה בונקר חדש.
תגובת השר לא איחרה לבוא.
פרסומת שקרית, טען השר.
מקור: איראן תגיב בקרוב על התקיפה
תצפית על הגבול נמשכת.
د خبرو انځور لا روښانه نه دی.
تصویر کا دوسرا رخ بھی ہے۔
ذرائع: ایران جواب دے گا
Фото министра появилось в газетах.
Поделиться властью он отказался.
Реклама войны запрещена.
Источник: Иран готовит ответ
Опубликовано письмо министра.
Главная цель переговоров — мир.
Комментарии министра вызвали гнев.
Продолжая использовать силу, армия нарушила перемирие.
Фото міністра з'явилося в газетах.
Коментар міністра обурив Київ.
Головна мета переговорів — мир.
图们江会谈破裂
未经授权的军机进入领空。
评论员林远认为会谈已经失败。
文化部长辞职
广告业受到制裁。
完全拒绝停火的将军已辞职。
关键词是和平，部长说。
NATO and the U.S. disagree
#Iran rejects the offer
Write to news@example.com before Monday.
See https://example.com for the text of the deal.
2026
5-3`

func reasonOf(line string) string {
	var f folded
	r := []rune(line)
	return f.classify(r, span{0, len(r)})
}

func TestBoilerplateDropped(t *testing.T) {
	for want, lines := range dropLines {
		for _, l := range strings.Split(lines, "\n") {
			if got := reasonOf(l); got != want {
				t.Errorf("%q: got %q, want %q", l, got, want)
			}
		}
	}
}

func TestBoilerplateKept(t *testing.T) {
	for _, l := range strings.Split(keepLines, "\n") {
		if got := reasonOf(l); got != "" {
			t.Errorf("%q dropped as %q", l, got)
		}
	}
}
