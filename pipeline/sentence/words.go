package sentence

import "strings"

// wordHints holds function words, and some of the most frequent news words, by hash. A
// word that two languages share is listed under both, with fewer points.
var wordHints = func() map[word][]hint {
	m := map[word][]hint{}
	for _, g := range []struct {
		lang   language
		points int8
		list   string
	}{
		{en, 2, "it we do you any such so can may more when if also other only our added yet the of and to in that for was with as his he be by this had not but from have they which her she their will would there what been were are its has is on at who after over said says about into than them between against could should during until"},
		{en, 1, "a i no or an all if one new president minister government talks deal war foreign state"},
		{tr, 2, "ve bir bu için ile olarak olan dedi daha sonra kadar çok gibi ancak ise değil olduğu olduğunu göre karşı tarafından arasında söyledi etti ettiğini yapılan iki üzerinde içinde bakanı cumhurbaşkanı yönelik ilişkin konusunda belirtti olacak oldu var hem ya ama her"},
		{tr, 1, "o da de ne en mi ki eden türkiye başkanı abd"},
		{fr, 2, "le les des du et est une dans pour qui sur pas au avec par plus ce cette aux il elle ont été sont être ses leur mais ou nous vous selon après entre contre depuis dont où ces leurs même était avait fait à l d qu"},
		{fr, 1, "la de en un que se son sa a ne si y ministre président gouvernement"},
		{es, 2, "el los las y del que por con una para su al lo como más pero sus fue ha este esta entre cuando muy sin sobre también hasta desde son está han contra durante según dijo había donde todo era ser tiene ante presidente ministro gobierno estados unidos"},
		{es, 1, "la de en un se no a es si o ya"},
		{other, 2, "der die das und nicht mit ist den dem ein eine auf für von zu sich auch bei wird des sind wurde nach"},
		{other, 2, "il che di è per gli della sono dei nel alla ha"},
		{other, 2, "não uma com do da em os dos pelo pela foi ao são mais"},
		{other, 2, "het een van niet zijn voor dat op te met wordt werd"},
		{other, 2, "się nie na że jest przez oraz w z och att det som är på yang dan dengan untuk nu și în din"},

		{ru, 2, "и не что на как он это но все из за по был для так его же вы от бы мы они она к у или если уже только при до о об также однако который которые после со было были быть этот эти того сообщил заявил является"},
		{ru, 1, "в с а я президент министр"},
		{uk, 2, "та не що на як він це але всі із за по був для так його же ви від ми вони вона до про або якщо вже тільки при також який які після було були бути цей ці й з у україни сказав заявив є"},
		{uk, 1, "в і а я президент міністр"},
		{other, 3, "се са ще беше като към със съм който която е ја није који која што да од"},

		{fa, 2, "که در به از را این با است برای آن های می شود شده خود کرد گفت بود وی نیز هم یک تا ها بر کند کرده شد دارد باید ما او یا نمی کنند داد داده اند پس بین دیگر آنها هستند کردند گفته بوده شدند شان افزود اظهار داشت خواهد"},
		{fa, 1, "و ایران رئیس رییس جمهور وزیر خارجه آمریکا امریکا"},
		{ar, 2, "في من على إلى أن عن التي الذي مع هذا هذه ما لا بعد كان قد كما بين كل غير أو قال بن وقال حول خلال ضد عبر حتى لم لن ولا وفي ومن وقد إن أنه بأن منذ أمام الى ان انه قبل ذلك وزير رئيس يوم كانت هو هي عام اليوم"},
		{ps, 2, "د په کې چې او له ته دی ده دي یې سره هغه دا کړي وي شوي شوې شو نه يې هم تر پر وویل وايي کړه کړې شي دغه خو ددې لپاره کوي لري کوم باید ولسمشر"},
		{ur, 2, "کے کی کا ہے میں سے اور نے کو پر کہ یہ اس ہیں تھا تھی تھے کر گیا بھی نہیں ان جو ایک لیے ہو وہ کیا ساتھ بعد گی گا اپنے ہوئے ہونے کرنے والے تک"},
	} {
		for _, s := range strings.Fields(g.list) {
			h := hashOf([]rune(s))
			m[h] = append(m[h], hint{g.lang, g.points})
		}
	}
	return m
}()
