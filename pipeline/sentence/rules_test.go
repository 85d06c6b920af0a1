//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"
)

// ruleLines are lines that must be left out by the rules that look at the whole line, by
// reason.
var ruleLines = map[string]string{
	// Writers with places and roles, several of them.
	ReasonByline: `By Ann Holm in Geneva
By Ann Holm in Geneva and Jon Vale in Rome
By Ann Holm, special correspondent
Par Luc Petit, envoyé spécial à Genève
Par Luc Petit avec AFP
Por Inés Rey, enviada especial a Ginebra
Por Inés Rey desde Ginebra
(Reporting by Ann Holm in Geneva and Jon Vale in Rome; Editing by Max Roe)
Additional reporting by Ann Holm, Jon Vale and Max Roe in Geneva
(Reportage de Luc Petit à Genève, édité par Anne Roux)
(Reporte de Inés Rey en Ginebra. Editado en español por Pablo Luna)
מאת: נועם שקדי ותמר לב-ארי
نویسنده: علی رستگار و مریم نوایی
بقلم: سليم الوادي ونبيل الحداد
By Ann Holm | 3 May 2026
מאת: דנה לוי | 03.11.2026, 14:05
Yazan: Deniz Ak | 3 Mayıs 2026
Автор: Иван Громов | 3 мая 2026, 10:00
作者：林远 | 2026年11月3日`,

	ReasonTimestamp: `3 May 2026 · 5 min read
5 min read
3 мая 2026 · 4 мин чтения
4 хв читання
3 mai 2026 • 4 min de lecture
3 de mayo de 2026 | 4 min de lectura
14.07.2026 | 3 dk okuma
5 دقائق قراءة
۵ دقیقه مطالعه
4 דקות קריאה
3分钟阅读
Publié le 3 mai 2026 à 07h40 - Mis à jour à 09h12
Giriş: 14.07.2026 14:05 Güncelleme: 14.07.2026 15:31
Опубликовано: 03.05.2026 10:00:00 Обновлено: 03.05.2026 12:00:00`,

	// The asking and a platform, wherever the name of the channel stands.
	ReasonShare: `Follow our reporters on Telegram
Support us on Patreon
Facebook'ta bizi takip edin
Haber Kuzey'i Instagram'da takip edin
Suivez toute l'actualité sur Telegram
Siga nuestras noticias en WhatsApp
ما را در فیسبوک دنبال کنید
اخبار روز را در تلگرام دنبال کنید
د ورځې خبرونه په ټلګرام کې تعقیب کړئ
روزنامہ کو واٹس ایپ پر فالو کریں
تابعوا آخر الأخبار على تلغرام
הצטרפו לקבוצה שלנו בוואטסאפ
Поддержите нас на Patreon
Підтримайте нас на Patreon
扫码关注“山海报”微信公众号
在微博关注我们
Short link: https://example.com/x
لینک کوتاه: https://example.com/x
Короткая ссылка: example.com/x`,

	ReasonNewsletter: `Get the Northern Post newsletter in your inbox every weekday.
Recevez l'essentiel dans votre boîte mail
Recibe lo mejor en tu correo cada mañana
Günün haberleri e-posta kutunuza gelsin
כל החדשות ישירות למייל
Главное за день — на вашу почту
Найважливіше — на вашу пошту`,

	ReasonRelated: `For all updates click here
לכל העדכונים >> לחצו כאן
برای دیدن جدول اینجا کلیک کنید.
للمتابعة اضغط هنا
Tüm gelişmeler için tıklayın
Чтобы узнать больше, нажмите здесь
Щоб дізнатися більше, натисніть тут
更多内容点击这里`,

	ReasonCredit: "Cre\u0301dit photo : Luc Petit / Agence Lac\n" + `Фото: пресслужба Міністерства оборони
Photo: Press Service of the Ministry
Фото: Северные вести / архив
Foto: Kuzey Haber / arşiv`,

	ReasonAgency: `(End) R.S.
(انتهى) س.و
(پایان پیام) م.ر`,
}

// ruleKeeps come close to the rules and must stay.
const ruleKeeps = `By Monday the fleet in Geneva had left
By Ann Holm in Geneva, ministers heard the offer
By the river in Geneva they met
Par Luc Petit, le ministre a répondu à Genève
Follow the money, he wrote on Facebook.
Join us, the general told Telegram users
“Support us on Facebook,” the general said
وزیر گفت ما را در تلگرام دنبال کنید
وزیر: تلگرام را حذف کنید
Министр подписался на телеграм-канал
微博关注度上升
外交部微博遭封锁，网友关注此事
Telegram - Iran rejects the ban
Iran; Iraq; Oman
Photo: the minister / the general.
Photo: Office workers leave the ministry.
The inbox of the minister was searched.
5 min after the raid
12 ministers left
Iran rejects the offer - Reuters`

func TestRulesDrop(t *testing.T) {
	for want, lines := range ruleLines {
		for _, l := range strings.Split(lines, "\n") {
			if got := reasonOf(l); got != want {
				t.Errorf("%q: got %q, want %q", l, got, want)
			}
		}
	}
}

func TestRulesKeep(t *testing.T) {
	for _, l := range strings.Split(ruleKeeps, "\n") {
		if got := reasonOf(l); got != "" {
			t.Errorf("%q dropped as %q", l, got)
		}
	}
}

// Words written as letter and mark (NFD) are known like those of one rune.
func TestComposed(t *testing.T) {
	for _, c := range [][2]string{{"e\u0301", "é"}, {"i\u0306", "ĭ"}, {"и\u0306", "й"}, {"ا\u0654", "أ"}, {"s\u0327", "ş"}} {
		if hashOf([]rune(c[0])) != hashOf([]rune(c[1])) || foldString(c[0]) != foldString(c[1]) {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
	if hashOf([]rune("e\u0301")) == hashOf([]rune("e")) {
		t.Error("the mark is lost")
	}
}

// A long line that stands alone does not hide that the others are wrapped.
func TestWrapWidth(t *testing.T) {
	text := "The two ministers met on Thursday and agreed to exchange\nprisoners after four days of talks led by the U.N.\nSupport Mission in the capital. Both sides gave ground\nand both of them deserve credit for what they gave up.\n\n" +
		"[PHOTO: Relatives of the prisoners wait outside the gates of the old prison on Thursday. Agency/S. Holm]\n\nNobody else came."
	got := texts(body(text, "en"))
	if len(got) < 2 || !strings.Contains(got[0], "the U.N. Support Mission in the capital.") {
		t.Errorf("got %q", got)
	}
}
