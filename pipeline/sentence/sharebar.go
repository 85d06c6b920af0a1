package sentence

import "strings"

// maxShareWords is the number of words in the longest row of share buttons.
const maxShareWords = 16

// shareBar says that a folded line is a row of share buttons: every word names a network or
// is one of the words for sharing something, and one at least is more than a filler. "Share
// this: Facebook Twitter E-mail", "Поделиться: ВК · Телеграм", but not "Facebook blocks Iran".
func shareBar(s string) bool {
	buttons, n, figures := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) && r != '\'' }) {
		h := hashOf([]rune(w))
		n++
		switch {
		case sharing[h]:
			buttons++
		case strings.Trim(w, "0123456789") == "":
			figures++ // counts of shares
		case !shareFillers[h]:
			return false
		}
	}
	return buttons > 0 && n <= maxShareWords && (figures == 0 || buttons > 1 && figures <= buttons)
}

// sharing are networks and what their buttons do.
var sharing = wordSet(
	"e facebook fb twitter whatsapp telegram linkedin instagram youtube tiktok pinterest reddit tumblr messenger viber vk threads bluesky mastodon wechat weibo qq flipboard email mail print share tweet x copylink",
	"paylaş paylaşın yazdır tweetle поделиться поделитесь распечатать поширити поділитися поділитись роздрукувати partager partagez imprimer tweeter compartir comparte imprimir tuitear",
	"اشتراک چاپ ایمیل شارك مشاركة طباعة اطبع غرد שתף שתפו שיתוף הדפסה הדפס شریک شیئر شریکول چاپول 分享 分享到 分享至 转发 打印 微信 微博 新浪微博 qq空间 朋友圈",
	"فیس بوک واتس اپ گذاری فیسبوک توییتر تویتر توئیتر تلگرام واتساپ واتسپ اینستاگرام ایکس لینکدین ایتا روبیکا فيسبوك تويتر تيليجرام تلغرام تليغرام واتساب واتسآب انستغرام لينكدإن فېسبوک ټویټر ټلګرام ټلیګرام ټېلېګرام واټساپ ٹوئٹر ٹویٹر ٹیلیگرام لنکڈان انسٹاگرام میسنجر پنٹرسٹ",
	"פייסבוק טוויטר ווטסאפ וואטסאפ טלגרם אינסטגרם לינקדאין מייל",
	"фейсбук твиттер вконтакте вк телеграм телеграмм одноклассники ватсап вотсап вайбер инстаграм почта лайвджорнал жж твітер вайбер інстаграм вотсап месенджер месенджері мессенджер почтой",
)

// shareFillers stand beside them. A line of these alone is none.
var shareFillers = wordSet(
	"this article story post page news item on via to by with a friend friends copy link send save follow us",
	"bu haberi haber yazıyı bağlantıyı kopyala gönder ile üzerinde cet article cette page sur par lien copier le envoyer à un ami este artículo esta noticia en por copiar enlace enviar un amigo el",
	"новостью статьей этой статьёй новость статью в на по ссылку скопировать отправить почте другу друзьями с друзьям этим цим новиною статтею посилання скопіювати надіслати поштою у другу",
	"این مطلب خبر مقاله را به با در بگذارید کنید کردن ارسال کپی پیوند لینک دوستان از طریق ساختن سازید کړئ کول یې دا لیکنه په کې مطلبی",
	"هذا هذه المقال الخبر المقالة الصفحة على عبر نسخ الرابط انسخ إلى أرسل إرسال صديق البريد الإلكتروني",
	"את הכתבה כתבה זו זאת הזאת ידיעה ב העתק קישור העתיקו שלח שלחו לחבר",
	"اس خبر کو پر کریں بک لنک کاپی ٹیلی گرام واٹس ایپ فیس ان",
	"复制链接 好友 复制 链接 本文 到",
)
