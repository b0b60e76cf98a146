"""Words that a query may hold and that ask for nothing, a language: they stand in nearly every text, or in questions only."""

STOP = {
    "en": (
        "a about against all also an and any are as at be been being by can did do does done for from had has have how i in "
        "into is it its me many much no not of on or other our please show some such tell than that the their them there these "
        "they this those to tried used using was we were what when where whether which who whom whose why will with within "
        "would you your prevent stop fight combat way ways practice practices example examples good state states country "
        "countries find give list case cases during role"
    ),
    "fr": (
        "a à au aux avec ce ces cet cette comment contre d dans de des du elle en entre est et été être eu eux fait font ils j "
        "l la le les leur leurs lequel ma mais me n ne notre nous on ont ou où par pas pour qu que quel quelle quelles quels "
        "qui quoi s sa sans se ses son sont sous sur tous tout toute une un vers vous y a-t-il pratique pratiques bonne bonnes "
        "exemple exemples état états pays lutter empêcher éviter prévenir pendant durant lors rôle"
    ),
    "es": (
        "a al algún alguna algunas algunos ante cómo como con contra cuál cuáles cuando de del desde donde dónde e el ella "
        "ellos en entre era es esa ese esta este están está fue fueron ha han hay hacer hacen la las le les lo los más me mi "
        "muy ni no nos o para pero por porque qué que quién quiénes se sea ser si sin sobre son su sus también un una unas uno "
        "unos y ya práctica prácticas buena buenas ejemplo ejemplos estado estados país países luchar evitar prevenir combatir "
        "durante papel rol"
    ),
    "ru": (
        "а без бы был была были было в во все всех где да для до его ее её если есть же за и из или им их к как какая какие "
        "каких какой ко когда который которые кто ли мы на над не нет ни но о об однако он она они оно от по под при про с со "
        "так также там то того тоже только у уже чем что чтобы эта эти это этого я практика практики практик пример примеры "
        "примеров государство государства государств страна страны стран успешной видах бороться предотвратить предупредить роль"
    ),
    "ar": (
        "أن أو أي إلى إن التي الذي الذين بعد بين ثم حتى حول حيث دون ذلك ضد عبر عن على عند غير في فيها قبل قد كان كانت كل كيف لا "
        "لم لها له ما ماذا متى مع من منذ هذا هذه هل هناك هو هي و هم أين لدى ممارسة ممارسات أمثلة مثال دولة دول بلد بلدان دور خلال أثناء"
    ),
    "zh": (
        "的 了 在 是 有 和 与 及 或 对 为 以 从 到 中 上 下 等 哪些 哪个 什么 如何 怎么 怎样 谁 吗 呢 "
        "国家 各国 做法 良好 例子 案例 关于 进行 哪里 各 我 你 请 方面 方法 措施 防止 打击 反 作用"
    ),
}
"""By language, apart by spaces."""

WORDS_FOR_ARTICLE = (
    "article articles art arts provision provisions paragraph paragraphs para artículo artículos articulo articulos "
    "disposición párrafo статья статьи статье статью ст пункт المادة مادة المواد الفقرة alinéa paragraphe"
)
"""What may stand before the number of an article or a provision, in any language."""
