package sentence

import "strings"

// maxFollow is the number of words in the longest line that only asks to follow.
const maxFollow = 10

// asking says whether a short line, key its first word, asks to follow a channel on some
// platform, to take a newsletter or to install an app: why it is boilerplate, "" where it
// does not ask. The asking stands first in most languages ("Follow us on ..."), last in
// Persian, Pashto, Urdu and Turkish. A line that quotes somebody or tells what he said is
// none.
func (f *folded) asking(key string) string {
	s := strings.TrimRight(f.s, " .!:")
	asks := false
	for _, p := range followFirst[key] {
		asks = asks || strings.HasPrefix(s, p)
	}
	if isHan(f.r[0]) {
		asks = followHan(s)
	}
	if !asks {
		i := strings.LastIndexByte(s, ' ')
		for _, p := range followLast[s[i+1:]] {
			asks = asks || strings.HasSuffix(s, p)
		}
	}
	if !asks || words(s) > maxFollow || strings.ContainsAny(s, "«»。，") || strings.Contains(s, "\"") && !isHan(f.r[0]) {
		return ""
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) }) {
		if speech[hashOf([]rune(w))] {
			return ""
		}
	}
	switch {
	case containsAny(s, platforms) || strings.HasSuffix(s, " x") || containsAny(s, apps):
		return ReasonShare
	case containsAny(s, letters):
		return ReasonNewsletter
	}
	return ""
}

// followHan says that a Chinese line asks to follow.
func followHan(s string) bool {
	for _, p := range []string{"关注", "扫码", "订阅", "加入我们"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return strings.HasSuffix(s, "关注我们")
}

func containsAny(s string, list []string) bool {
	for _, p := range list {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// foldList folds the "|"-separated phrases of a list.
func foldList(list string) []string {
	ps := strings.Split(list, "|")
	for i, p := range ps {
		ps[i] = foldString(p)
	}
	return ps
}

// foldSet is foldList as a set.
func foldSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, s := range foldList(list) {
		m[s] = true
	}
	return m
}

// followFirst holds the phrases that ask at the start of a line, by their first word,
// followLast those at its end, by their last.
var followFirst, followLast = func() (first, last map[string][]string) {
	first, last = map[string][]string{}, map[string][]string{}
	for _, p := range foldList("follow us|follow our|follow @|join us|join our|find us|like us|watch us|support us|subscribe|" +
		"sign up|download|install|get our|get the app|subscribe to|" +
		"téléchargez|installez|inscrivez-vous|recevez|descarga|descargue|instala|instale|inscríbete|inscríbase|recibe|reciba|" +
		"скачайте|установите|загрузите|получайте|завантажте|встановіть|отримуйте|حملوا|حمل|نزلوا|اشترك|سجل|احصل على|הורידו|התקינו|הורד|קבלו|" +
		"suivez|rejoignez|retrouvez|abonnez-vous|soutenez-nous|soutenez nous|síguenos|síganos|siga nuestr|sigue nuestr|únete|únase|apóyanos|apóyenos|suscríbete|suscríbase|" +
		"подписывайтесь|подпишитесь|читайте нас|смотрите нас|следите за|присоединяйтесь|поддержите нас|поддержать нас|" +
		"підписуйтесь|підписуйтеся|підпишіться|читайте нас|дивіться нас|стежте за|приєднуйтесь|приєднуйтеся|підтримайте нас|підтримати нас|" +
		"تابعونا|تابعنا|تابعوا|اشتركوا|انضموا|انضم إلى|ادعمونا|עקבו|עיקבו|הצטרפו|תמכו בנו|הירשמו") {
		k := keyOf(p)
		first[k] = append(first[k], p)
	}
	for _, p := range foldList("دنبال کنید|نصب کنید|نصب نمایید|دانلود کنید|دریافت کنید|ثبت نام کنید|ثبت نام نمایید|مشترک شوید|عضو گردید|شریک شوید|ډاونلوډ کړئ|نصب کړئ|نوم لیکنه وکړئ|ګډون وکړئ|انسٹال کریں|ڈاؤن لوڈ کریں|رجسٹر کریں|سائن اپ کریں|indirin|yükleyin|kaydolun|üye olun|عضو شوید|بپیوندید|لایک کنید|تعقیب کنید|تعقیب کړئ|وڅارئ|لایک کړئ|فالو کریں|جوائن کریں|لائک کریں|سبسکرائب کریں|takip edin|takip et|abone olun|katılın|beğenin") {
		k := p[strings.LastIndexByte(p, ' ')+1:]
		last[k] = append(last[k], p)
	}
	return first, last
}()

// apps and letters are what else pages ask to take; a possessive or "the" keeps apps at large out.
var (
	apps = foldList("our app|the app|our mobile app|our free app|notre application|notre appli|l'application|nuestra app|nuestra aplicación|la app|uygulamamızı|mobil uygulamayı|" +
		"наше приложение|мобильное приложение|наш застосунок|наш додаток|мобільний застосунок|мобільний додаток|" +
		"اپلیکیشن|برنامه موبایل|تطبيقنا|האפליקציה|اپلېکېشن|ہماری ایپ|موبائل ایپ|客户端|手机应用")
	letters = foldList("newsletter|our digest|weekly digest|daily digest|our briefing|our mailing list|bültenimiz|e-bülten|infolettre|lettre d'information|boletín|" +
		"рассылк|розсилк|خبرنامه|خبرپاڼ|النشرة|نشرتنا|ניוזלטר|نیوز لیٹر|电子报|通讯邮件|时事通讯")
)

// platforms are the places where channels are, as far as their names do not change.
var platforms = foldList("facebook|twitter|telegram|whatsapp|instagram|youtube|tiktok|linkedin|patreon|viber|bluesky|" +
	"فیس بوک|فیس بک|فیسبوک|فيسبوك|فېسبوک|توییتر|تویتر|ٹوئٹر|ټویټر|تلگرام|تلغرام|تيليجرام|تليغرام|ټلګرام|ټلېګرام|ٹیلی گرام|واتس|واٹس|واټس|انستا|اینستا|یوتیوب|یوٹیوب|" +
	"פייסבוק|טוויטר|טלגרם|ווטסאפ|וואטסאפ|אינסטגרם|יוטיוב|" +
	"фейсбук|твиттер|телеграм|телеграмм|инстаграм|ютуб|вконтакте|вотсап|яндекс.дзен|твітер|інстаграм|ютюб|вайбер|" +
	"微信|公众号|微博|抖音|频道|电报群")
