using Latent.Files;
using Latent.Sequences;

namespace Latent.Data;

/// <summary>
/// The 31,095 Bible verses that the King James Version and the World English Bible have in common, each in both translations.
/// Every twentieth chapter belongs to the test set, so that training sees no verse of it.
/// </summary>
public static class VersesEntries
{
    private const int TestEvery = 20;

    /// <summary>The names of the translations, as label names.</summary>
    public static IReadOnlyList<string> Translations { get; } = ["kjv", "web"];

    internal static DataEntry Verses { get; } = new((folder, _) => Read(folder))
    {
        Name = "verses",
        Title = "Bible verses in two English translations: 62,190 sentences, every 20th chapter for test",
        License = "public domain (King James Version, World English Bible)",
        Files =
        [
            King("ot.bzs", 480, "0d518856e8c6ceae0ca58bef944ba9a2809b5d4489cf81900853ad4af227510b"),
            King("ot.bzv", 241150, "b4fae54cb0b979b7f3f78fe6eaa94bad1f1d408eccb4a40410402b794b5c2f0f"),
            King("ot.bzz", 1985469, "69f7e4e9b42ecef2e212ea957a388fccbeed1e3e333a38cf52e1b4064c6ce373"),
            King("nt.bzs", 336, "e7f9bc653743217cdcdf95890a708f997a03af056161d84bb540efef79e4e638"),
            King("nt.bzv", 82460, "9d1daab8fb6ef43b53642cdd3276c1fa95ecfde08901bbb349be6378d1e1b972"),
            King("nt.bzz", 730659, "135b6e70af49372f3a82c5d9cc3c00278f38dbb2c12af74ea8d4b54c18d0cd56"),
            World("ot.bzs", 1140, "2c16645bb829c05b20f39769e1fa23212743335143833a819f29e412c6def8ce"),
            World("ot.bzv", 310270, "dbd3b762b7159c5dd4b535f75b6ab643fb62ae44f4655aff3c5098a955a1ae57"),
            World("ot.bzz", 3063793, "4633066d3872f1a3e600d2d10e667a13cd6c32bf116ca971d3c8f288bc3ea453"),
            World("nt.bzs", 372, "bec87a360bbc6bfbcd7de513edf928ceebb428dd2baff813aebf521bb0c6cc83"),
            World("nt.bzv", 82480, "bb7a522d8323ccd7be462fca4dcd53c06d966c140fe260a6295e05393d259338"),
            World("nt.bzz", 832969, "5429389d9331b7a86901a73afa74f32d089cae3d5bd8dfe304b11808714a69ba"),
        ],
        Sources =
        [
            new MirrorSource(),
            new DebianSource("sword-text-kjv", "usr/share/sword/modules/texts/ztext"),
            new DebianSource("sword-text-web", "usr/share/sword/modules/texts/ztext"),
        ],
    };

    /// <summary>Returns each verse in both translations, in the order of the books.</summary>
    /// <param name="folder">The folder of the data set's files.</param>
    /// <exception cref="DataException">A file is corrupt.</exception>
    public static IReadOnlyList<VersePair> Pairs(string folder)
    {
        var others = SwordModule.Read(folder, "web").ToDictionary(verse => (verse.Chapter, verse.Number), verse => verse.Text);
        var chapters = new Dictionary<string, int>();
        var pairs = new List<VersePair>();
        foreach (var verse in SwordModule.Read(folder, "kjv"))
        {
            var chapter = chapters.TryGetValue(verse.Chapter, out var known) ? known : chapters[verse.Chapter] = chapters.Count;
            if (others.TryGetValue((verse.Chapter, verse.Number), out var other))
                pairs.Add(
                    new VersePair($"{verse.Chapter}.{verse.Number}", verse.Text, other, IsTest: chapter % TestEvery == TestEvery / 2));
        }

        return pairs;
    }

    private static PublishedData Read(string folder)
    {
        var pairs = Pairs(folder);
        var texts = pairs.SelectMany(pair => new[] { (pair.First, 0), (pair.Second, 1) });
        var all = TokenRows.Create("verses", new WordTokenizer(), texts, Translations);
        if (all.Count != 2 * pairs.Count)
        {
            throw new DataException(
                "A verse is too long or empty.",
                "data set \"verses\"",
                $"{2 * pairs.Count} rows",
                $"{all.Count}",
                "Fetch the data set again.");
        }

        return new(Part(all, pairs, isTest: false), Part(all, pairs, isTest: true));
    }

    private static Dataset Part(Dataset all, IReadOnlyList<VersePair> pairs, bool isTest) =>
        all.Subset([.. Enumerable.Range(0, all.Count).Where(row => pairs[row / 2].IsTest == isTest)]);

    private static DataFile King(string name, long size, string sha256) =>
        new($"kjv-{name}", size, sha256) { Package = "sword-text-kjv", PackagePath = $"engKJV2006eb/{name}" };

    private static DataFile World(string name, long size, string sha256) =>
        new($"web-{name}", size, sha256) { Package = "sword-text-web", PackagePath = $"engWEB2015eb/{name}" };
}
