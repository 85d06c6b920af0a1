package actor

// pronoun says what the form of a pronoun shows.
type pronoun struct {
	person  int8 // 1 to 3; 0 for "them both"
	plural  bool
	thing   bool // stands for states and bodies rather than persons ("it")
	animate bool // stands for persons only
	gender  byte // m, f or 0: natural or grammatical gender
	object  bool // not the subject
}

// pronounClasses are the classes of the word list below. In languages with grammatical
// gender "он" may be a state; person first, then whatever agrees.
func pronounClasses() map[string]pronoun {
	return map[string]pronoun{
		"I": {person: 1}, "we": {person: 1, plural: true}, "you": {person: 2}, "you all": {person: 2, plural: true},
		"he!": {person: 3, animate: true, gender: 'm'}, "she!": {person: 3, animate: true, gender: 'f'},
		"him!": {person: 3, animate: true, gender: 'm', object: true}, "her!": {person: 3, animate: true, gender: 'f', object: true},
		"he": {person: 3, gender: 'm'}, "she": {person: 3, gender: 'f'},
		"him": {person: 3, gender: 'm', object: true}, "her": {person: 3, gender: 'f', object: true},
		"one!": {person: 3, animate: true}, "one": {person: 3}, "obj": {person: 3, object: true},
		"it": {person: 3, thing: true}, "they": {person: 3, plural: true}, "them": {person: 3, plural: true, object: true},
		"both": {plural: true},
	}
}

// pronounWords lists the forms a class: in each language those that are words of their own or
// are written as one with a particle.
const pronounWords = `
# en
I: I me myself
we: we us ourselves
you: you yourself
you all: yourselves youall allofyou bothofyou
he!: he himself
she!: she herself
him!: him
her!: her
it: it itself
they: they themselves those
them: them
both: both two twomen twowomen
# fr
I: je moi me
we: nous nous-mêmes
you: tu toi vous
he: il lui-même celui-ci
him: lui
she: elle celle-ci
they: ils elles eux ceux-ci
them: leur
# es
I: yo mí me conmigo
we: nosotros nosotras nos
you: tú usted te
you all: ustedes vosotros vosotras os
he!: él
she!: ella
he: éste
obj: le
they: ellos ellas éstos
them: les
both: ambos ambas dos
# tr
I: ben beni bana benim bende benden
we: biz bizi bize bizim bizde bizden bizler bizimle
you: sen siz sizi size sizin sizler
one: o kendisi kendisinin
obj: onu ona ondan onda onunla kendisine kendisini
they: onlar bunlar kendileri onların
them: onları onlara onlardan onlarla
both: ikisi ikisini
# ru
I: я меня мне мной
we: мы нас нам нами
you: ты вы вас вам вами
he: он тот
him: его ему им нём него нему ним
she: она
her: её ей неё ней ею
it: оно
they: они
them: их ими них ними
both: оба обе обоих обеих обоим обеим обоими обеими
# uk
I: я мене мені мною
we: ми нас нам нами
you: ти ви вас вам вами
he: він той
him: його йому ним нього нему ньому
she: вона
her: її їй неї ній нею
it: воно
they: вони
them: їх їм них ними
both: обидва обидві обидвох обох обом обома обоє
# he
I: אני שאני ואני כשאני לי אותי אנוכי ממני אליי אלי עליי עלי אצלי נגדי איתי
we: אנחנו אנו שאנחנו ואנחנו שאנו ואנו לנו אותנו אצלנו אלינו עלינו נגדנו איתנו עמנו
you: אתה את לך אותך אליך
you all: אתם אתן לכם לכן אתכם אתכן אליכם מכם נגדכם עליכם אצלכם
he: הלה הוא שהוא והוא כשהוא שהרי-הוא
him: לו אותו אליו עליו ממנו בו שלו נגדו עמו איתו מולו
she: היא שהיא והיא כשהיא
her: לה אותה אליה עליה ממנה בה שלה נגדה עמה איתה
they: הם הן שהם שהן והם והן
them: להם להן אותם אותן אליהם עליהם מהם איתם עמם נגדם ביניהם
both: שניהם שתיהן השניים השתיים
# ar
I: أنا وأنا فأنا إني إنني أنني بأني لكنني لي معي مني
we: نحن ونحن فنحن إننا أننا بأننا لكننا لأننا وإننا لنا إلينا علينا معنا بيننا
you: أنت وأنت لك إليك عليك
you all: أنتم وأنتم إنكم أنكم لكم إليكم عليكم معكم
he: هو وهو فهو إنه أنه انه بأنه فإنه وأنه وإنه لأنه لكنه
him: له به إليه عليه منه معه عنه فيه
she: هي وهي فهي إنها أنها انها بأنها فإنها وأنها وإنها لأنها لكنها
her: لها بها إليها عليها منها معها عنها فيها
they: هم وهم فهم إنهم أنهم انهم بأنهم فإنهم وأنهم لأنهم لكنهم
them: لهم بهم إليهم عليهم منهم معهم عنهم بينهم
both: الاثنان الاثنين الرجلان الرجلين هما كلاهما كليهما كلتاهما
# fa prs
I: من بنده اینجانب مرا
we: ما ماها
you: شما تو
one!: او وی ایشان
it: آن این
they: آنها آنها آنان اینها اینها اینان
both: هردو
# ps
I: زه ما
we: موږ مونږ
you: تاسو تاسې
one: هغه نوموړی نوموړي موصوف
she: هغې نوموړې
they: هغوی دوی
# ur
I: میں مجھے مجھ
we: ہم ہمیں
you: آپ تم
## Polite speech uses the plural for one person, so number does not tell.
one: وہ انہوں
obj: اسے اس انہیں ان
both: دونوں
# zh
I: 我 本人
we: 我们 我方 咱们
you: 你 你们 您
he!: 他
she!: 她
it: 它
they: 他们 她们 它们
both: 二者 两者
`
