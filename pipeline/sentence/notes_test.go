//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"

	"stance/pipeline/article"
)

// noteLines are lines that pages put between the paragraphs, by reason.
var noteLines = map[string]string{
	ReasonShare: `Share this: WhatsApp, Telegram, E-mail
Share on: Facebook | X | LinkedIn
Facebook 12 Twitter 5
Paylaş: Facebook · Twitter · WhatsApp
Bu haberi paylaş: Telegram
Partager : Facebook | Twitter | par e-mail
Compartir esta noticia en Facebook, Twitter, WhatsApp
این خبر را به اشتراک بگذارید: توییتر | واتس‌اپ
شریک سازید: فیسبوک، تلگرام
شارك هذا الخبر على فيسبوك - تويتر - واتساب
שתפו את הכתבה: פייסבוק, ווטסאפ
دا لیکنه شریکه کړئ
شریک کړئ: فېسبوک، ټویټر
اس خبر کو شیئر کریں: فیس بک | ٹوئٹر | واٹس ایپ
Поделиться в: ВКонтакте, Одноклассники, Телеграм
Поширити: Фейсбук · Вайбер · Телеграм
分享到：微信 微博 QQ空间
Views: 1,284
1,284 views
Listen to article (5 min)
1 874 просмотра
Просмотров: 512
عدد المشاهدات: ٥١٢
۵۱۲ بازدید
تعداد بازدید: ۵۱۲
Bu haber 4.211 kez okundu.
512 vues
浏览量：512
Install our app for breaking news
برای خبرهای فوری اپلیکیشن ما را نصب کنید
Téléchargez notre application
Descarga nuestra app
Скачайте наше приложение
Завантажте наш застосунок
Uygulamamızı indirin
حملوا تطبيقنا
הורידו את האפליקציה
ہماری ایپ انسٹال کریں
زموږ اپلېکېشن ډاونلوډ کړئ
Become a patron for one euro a month.
Support our journalism
Нашли ошибку? Выделите её и нажмите Ctrl+Enter
Found a mistake? Tell us.`,

	ReasonNavigation: `A- A A+
A+ A-
Aa Aa Aa
Font size: A A A
Text size: small medium large
Yazı boyutu: A- A+ Yazdır
Размер шрифта: А А А
أ- أ أ+
حجم الخط: أ- أ+
اندازه قلم: آ آ آ
גודל טקסט: א א א
字号：小 中 大
You are here: Home / World
Вы здесь: Главная / Мир
Ви тут: Головна / Світ
شما اینجا هستید: خانه / جهان
Previous article: Fleet leaves port
Следующая новость: Пожар на складе
الخبر التالي: حريق في المرفأ
World | Africa
THE DAILY | World | Politics
Мир / Право
新闻 | 国际`,

	ReasonNewsletter: `You have read 3 of your 5 free articles this month.
You have 2 free articles left.
Bu ay 2 ücretsiz haber hakkınız kaldı.
Il vous reste 2 articles gratuits ce mois-ci.
Le quedan 2 artículos gratuitos este mes.
Осталось 2 бесплатных статей в этом месяце.
Ви прочитали 3 з 5 безкоштовних статей цього місяця.
بقي لك 2 مقالات مجانية هذا الشهر
本月您还可阅读3篇免费文章
Five stories before breakfast. You can unsubscribe at any time.
Vous pouvez vous désinscrire à tout moment.
Отписаться можно в любой момент.
در خبرنامه هفتگی ما ثبت نام کنید
در خبرنامه ما مشترک شوید
Sign up for the newsletter of our foreign desk
زموږ په خبرپاڼه کې نوم لیکنه وکړئ
ہفتہ وار نیوز لیٹر کے لیے سائن اپ کریں
Günlük bültenimize kaydolun
اشترك في النشرة اليومية
Enjoying this article? Subscribers read more.`,

	ReasonTimestamp: `This page refreshes automatically every 30 seconds.
This is a developing story and will be updated.
به‌روزرسانی خودکار هر ۳۰ ثانیه
Страница обновляется автоматически
Новость дополняется
Haber güncelleniyor
تحديث تلقائي كل 60 ثانية
页面自动刷新
Reading time: 3 minutes
Время чтения: 3 минуты
زمن القراءة: 3 دقائق
Okuma süresi: 3 dakika
22 октября 2013, 14:35 · Обновлено в 16:02 · Время чтения: 3 минуты · 1 874 просмотра`,

	ReasonAgency: `RNA/md/jb
AG tb/mo
cmk/jb/rlp
SP/NB-ÇK
س.ط/ن.ل
М.Д./И.П.
«Меридиан»-вл-0931
آژانس سهند/ م.ر. / کد ۵۱۲۰
Code 4071
کد خبر ۹۳۱۲۲
Код новости 51220
新闻编号 51220
End of live coverage
پایان پوشش زنده
نهاية التغطية المباشرة
直播结束`,

	ReasonCopyright: `Copyright 1990 Riverine News Agency.
Copyright © 2019–2024 The Northern Post
Telif hakkı 2024 Kuzey Haber Ajansı
کاپی‌رایت ۱۴۰۳ آژانس خبررسانی سهند
版权 2024 山海报
Reproduction in whole or in part without permission is forbidden.
Reproduction totale ou partielle interdite sans autorisation
Prohibida la reproducción total o parcial
Перепечатка только с активной ссылкой
Передрук дозволено за умови посилання
نقل مطالب با ذکر منبع آزاد است
لا يجوز إعادة نشر هذه المادة دون إذن
אין להעתיק תוכן מן האתר
谢绝转载`,

	ReasonAd: `[Ad] Flake ice, day and night, at your berth
[اعلان] خدمات انترنتی با نرخ نو
[إعلان] شقق للبيع على البحر
【广告】海景房低价出售
Реклама. ООО «Тихий отдых». Туры на острова.`,

	ReasonCredit: `(M. Diop/RNA)
(Х. ван Лир / «Меридиан»)
(خبرگزاری کرانه / م. عبده)
Ann Holm/Getty Images
عکس: مارتا لوپس / آرشیو پارک ملی
عکس از آرشیو وزارت علوم
Фото: архив министерства`,

	ReasonRelated: `این را هم بخوانید: جزیره‌ای که غرق می‌شود
خبرهای مرتبط: مصاحبه با وزیر
До теми: як малюють мапи
Темы: Малави, Танзания, границы
İlginizi çekebilir >> Çölde bir kütüphane
طالع أيضا: آخر صانع قوارب
באותו נושא: הים מתרחק
دا هم وګورئ: د سیند غاړه
اسے بھی پڑھیں: دریا کا کنارہ
Más noticias: Sube el pan`,

	ReasonComments: `3 comments
12 комментариев
۲ دیدگاه
Comments are closed
Комментарии отключены
评论已关闭`,

	ReasonEmail: `לתגובות: tamar@blue.example.com
Contact: desk@news.example.com`,

	ReasonByline: `The views expressed in this article are the author's own.
Мнение автора может не совпадать с мнением редакции.
About the author
本文仅代表作者观点`,
}

// noteKeeps come close to them and must stay.
const noteKeeps = `Facebook and Telegram rejected the order
Share prices fell on X
Print runs doubled, the editor said
Twitter blocks Iran
فیسبوک دسترسی ارتش را بست
در تلگرام و واتساپ شایعه پخش شد
Телеграм заблокировали в Иране
فيسبوك تحذف صفحة الوزير
بله.
微博封杀外交部账号
A or B
A list
I, a minister
Views of 12 ministers differ
بازدید ۱۲ نماینده از مرز
Listen 5 minutes to him and you know
Code 7 talks have failed
Код доступа получили трое
US/EU talks fail
he/him/his
and/or
AC/DC or war
Covid-19
F-16
Copyright 2024 talks have failed
Copyright holders sued the ministry in 2019.
The treaty may be read in whole or in part.
Without permission he entered the zone.
لا يجوز إعادة نشر القوات على الحدود
يمنع نقل الأسلحة عبر المعبر
تمام حقوق ملت محفوظ است
The minister copied the text, and "may not be reproduced" was written on it, he said.
You have read the treaty, she told him.
Il vous reste dix jours, a dit le ministre.
The free press has left.
Get the army out, the crowd demanded.
Download figures fell, the ministry said.
Install a new government, he demanded
وزیر گفت اپلیکیشن ما را نصب کنید
مردم باید سلاح را تحویل دهند و ثبت نام کنند
The site refreshes old fears.
This page of history is closed.
Реклама войны запрещена.
(Ad hoc) talks ended
[Sic] transit gloria
(Iran/Iraq)
(left/right)
Iran/Iraq
وزیر خارجه استعفا کرد/ایرنا
عکس از صحنه فرار منتشر شد
Темы переговоров не названы
До теми повернуться восени
Next: war
Iran | Iraq
World powers / Iran
Opinion | Iran must choose
3 comments by the minister angered Ankara
Comments are closed to no one, he said
The views of the author are known.
Обновлено соглашение о границе.
The contact: nobody knows him`

func TestNotesDrop(t *testing.T) {
	for want, lines := range noteLines {
		for _, l := range strings.Split(lines, "\n") {
			if got := reasonOf(l); got != want {
				t.Errorf("%q: got %q, want %q", l, got, want)
			}
		}
	}
}

func TestNotesKeep(t *testing.T) {
	for _, l := range strings.Split(noteKeeps, "\n") {
		if got := reasonOf(l); got != "" {
			t.Errorf("%q dropped as %q", l, got)
		}
	}
}

// A line of running text that is a picture's caption comes out as one, without its label.
func TestPhotoLine(t *testing.T) {
	for _, c := range []struct{ line, caption string }{
		{"Photo: Captain Sarr watches the boat leave. (M. Diop/RNA)", "Captain Sarr watches the boat leave."},
		{"[PHOTO: Relatives wait outside the gates. Meridian Press/S. Gharbi]", "Relatives wait outside the gates."},
		{"File photo: Minister Rostami in Geneva (Reuters)", "Minister Rostami in Geneva"},
		{"Photo: the minister leaves the hall after the talks.", "the minister leaves the hall after the talks."},
		{"Fotoğraf: Mopti'de boş kalan tezgâhlar. (Adama Keïta / SP Ajansı)", "Mopti'de boş kalan tezgâhlar."},
		{"Foto de archivo: el ministro Luna llega a Ginebra. (EFE)", "el ministro Luna llega a Ginebra."},
		{"Légende : le ministre Petit arrive à Genève. (Luc Roux / AFP)", "le ministre Petit arrive à Genève."},
		{"Фото: министр Громов покидает зал. (Х. ван Лир / «Меридиан»)", "министр Громов покидает зал."},
		{"На світлині: міністр Гай залишає залу.", "міністр Гай залишає залу."},
		{"عکس: وزیر خارجه سالن را ترک می‌کند. (ایسنا)", "وزیر خارجه سالن را ترک می‌کند."},
		{"الصورة: الوزير يغادر القاعة بعد المحادثات.", "الوزير يغادر القاعة بعد المحادثات."},
		{"בתמונה: השר לוי עוזב את האולם. (רויטרס)", "השר לוי עוזב את האולם."},
		{"تصویر: وزیر خارجہ جنیوا سے روانہ ہو رہے ہیں۔ (رائٹرز)", "وزیر خارجہ جنیوا سے روانہ ہو رہے ہیں۔"},
		{"图说：外长林远离开会场。（新华社）", "外长林远离开会场。"},
	} {
		kept, _ := Cut(body(c.line, ""))
		if len(kept) != 1 || kept[0].Text != c.caption || kept[0].Section != article.Caption {
			t.Errorf("%q: kept %+v", c.line, kept)
		}
		check(t, body(c.line, ""))
	}
	for _, line := range []string{
		"The photo: nobody knows who took it.",
		"Photographer: the minister pushed me.",
		"عکاس: وزیر مرا هل داد.",
		"Фотограф: министр толкнул меня.",
		"(Photo: Agency) The minister left the hall.",
	} {
		if kept, _ := Cut(body(line, "")); len(kept) == 0 || kept[0].Section != article.Body || !strings.HasSuffix(line, kept[0].Text) {
			t.Errorf("%q: kept %+v", line, kept)
		}
	}
}

func TestDatelineAlone(t *testing.T) {
	for _, line := range []string{
		"ROSSO, Senegal River, 16 June 1990 (Riverine News Agency)",
		"BAMAKO, 3 Nisan 2012 - 18.40 (SP Ajansı / Nuri Bozkaya)",
		"Geneva, Tuesday, 3 November 2026",
		"Ginebra, 3 de noviembre de 2026 (Agencia Lumbre)",
		"Женева, 3 ноября 2026 / Агентство «Меридиан»",
		"Женева, 3 листопада 2026 (Новини Поділля)",
		"مورونی، چهارشنبه ۲۰ اسفند ۱۳۹۳ (۱۱ مارس ۲۰۱۵)",
		"اراوکا، ۱۹ سرطان ۱۴۰۳ - آژانس خبررسانی هندوکش",
		"جنيف، 3 نوفمبر 2026 (وكالة السهل)",
		"פוסאדס, 19 בינואר 2012",
	} {
		kept, dropped := Cut(body(line, ""))
		if len(kept) != 0 || len(dropped) == 0 {
			t.Errorf("%q: kept %+v, dropped %+v", line, kept, dropped)
		}
	}
	for _, line := range []string{
		"Minister resigns, 3 November 2026",
		"On Tuesday, 3 November 2026, Geneva fell silent",
		"Geneva, the old city",
		"وزیر خارجه استعفا کرد، ۲۰ اسفند ۱۳۹۳",
		"Rescorla, HTTP Over TLS, RFC2818, May 2000.",
		"Iran, 3 missiles, 12 dead",
		"1914, 1939",
	} {
		if kept, dropped := Cut(body(line, "")); len(kept) != 1 || len(dropped) != 0 {
			t.Errorf("%q: kept %+v, dropped %+v", line, kept, dropped)
		}
	}
}

func TestBoilerplateParagraph(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Every sentence of the line is boilerplate.
		{"The envoy left.\n\nBu haber 4.211 kez okundu. Yorum yap (0)", "The envoy left."},
		// Behind a dateline stands a note.
		{"TEHRAN, 3 Nov (Agency) — This page refreshes automatically every 30 seconds.\n\nThe envoy left.", "The envoy left."},
		// An advertisement between two marks.
		{"The envoy left.\n\n--- AD ---\nFlake ice, day and night.\n--- AD ---\n\nNobody spoke.", "The envoy left.|Nobody spoke."},
		// Marks of places where advertisements stood.
		{"The envoy left.\n\nAdvertisement\n\nNobody spoke.\n\nAdvertisement\n\nThe fleet left, too.", "The envoy left.|Nobody spoke.|The fleet left, too."},
		{"The envoy left.\nAdvertisement\nNobody spoke.\nAdvertisement\nThe fleet left, too.", "The envoy left.|Nobody spoke.|The fleet left, too."},
	} {
		if got := strings.Join(texts(body(c.text, "")), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
