using System.Globalization;
using System.Text;
using Latent.Data;
using Latent.Imaging;
using Latent.Shared;
using Latent.Tests;
using Latent.Training.Recipes;
using Latent.Training.Tests.Molecules;
using Latent.Training.Tests.Sequences;

namespace Latent.Training.Tests.Recipes;

/// <summary>
/// The rows of a recipe: its own data where it is on this machine or in LATENT_DATA, else generated rows of the same schema,
/// so that every recipe is trained on every machine.
/// </summary>
internal static class RecipeRows
{
    private static readonly DataCatalogue Catalogue = new();

    /// <summary>Creates a recipe with its profile, and its rows.</summary>
    /// <param name="name">A built-in recipe.</param>
    /// <param name="profile">One of its profiles.</param>
    /// <param name="folder">The folder for generated files.</param>
    /// <param name="generated">Whether to generate rows even where the real ones are available.</param>
    public static (Recipe Recipe, DataSplits Rows) Create(string name, string profile, TemporaryFolder folder, bool generated = false)
    {
        var recipe = Recipe.Open(name, profile);
        if (generated || !IsHere(recipe.Data.Name))
            recipe = Recipe.Open(name, profile, Generate(Catalogue.Find(recipe.Data.Name).Name, folder));
        return (recipe, Catalogue.Open(recipe.Data.Name, recipe.Data.ToOptions()));
    }

    private static bool IsHere(string data)
    {
        var entry = Catalogue.Find(data);
        return Catalogue.GetState(entry) != DataState.NotFetched
            || (Environment.GetEnvironmentVariable("LATENT_DATA") is { Length: > 0 } mirror
                && Directory.Exists(Path.Combine(mirror, entry.Name)));
    }

    private static string[] Generate(string data, TemporaryFolder folder) => data switch
    {
        "mnist" or "fashion-mnist" => ["data.name=synthetic:digits?count=2000", "data.validation=0.2"],
        "nsl-kdd" => [Own(
            Connections(folder["connections.csv"])), "data.validation=0.2", "data.test=0.2", "data.label=attack", "data.words=[protocol_type, service, flag]"],
        "movietweetings" or "supermarket" => [Own(Ratings(folder["ratings.csv"]))],
        "magnetic-tile" => [Own(Tiles(folder["tiles"])), "data.validation=0.2", "data.test=0.2"],
        "mri" or "head-ct" => [Own(Slices(folder["slices"])), "data.validation=0.2", "data.test=0.2"],
        "nci" or "zinc250k" => [Own(Lines(folder["molecules.smi"], TinyMolecules.Lines)), "data.validation=0.2", "data.test=0.2"],
        "verses" => [Own(Lines(folder["sentences.txt"], TinySentences.Lines)), "data.validation=0.2", "data.test=0.2"],
        _ => throw new ArgumentOutOfRangeException(
            nameof(data),
            data,
            "A recipe names a data set that has no generated rows here: add them."),
    };

    private static string Own(string path) => $"data.name={path}";

    private static string Lines(string path, IEnumerable<string> lines)
    {
        File.WriteAllLines(path, lines);
        return path;
    }

    // Three categorical columns, ten numeric columns over several powers of ten, and a label.
    private static string Connections(string path)
    {
        var random = new SplitMix64(1);
        var text = new StringBuilder("protocol_type,service,flag,").AppendJoin(
            ',',
            Enumerable.Range(0, 10).Select(column => $"number_{column}")).AppendLine(",attack");
        for (var row = 0; row < 1500; row++)
        {
            var isAttack = row % 10 == 9;
            var level = random.Below(3) + (isAttack ? 3 : 0);
            text.Append(CultureInfo.InvariantCulture, $"{(level % 2 == 0 ? "tcp" : "udp")},service_{level},{(isAttack ? "REJ" : "SF")}");
            for (var column = 0; column < 10; column++)
                text.Append(CultureInfo.InvariantCulture, $",{Math.Pow(10, (level + column) % 4) * (1 + (random.Below(100) / 100.0)):F2}");
            text.AppendLine(isAttack ? ",neptune" : ",normal");
        }
        File.WriteAllText(path, text.ToString());
        return path;
    }

    // 300 users with a preference for one of four kinds of 40 items.
    private static string Ratings(string path)
    {
        var random = new SplitMix64(2);
        var lines = new List<string> { "user,item,value" };
        for (var user = 0; user < 300; user++)
        {
            var liked = Enumerable.Range(0, 20).Select(_ => (random.Below(10) * 4) + (random.Below(5) == 0 ? random.Below(4) : user % 4))
                .Distinct();
            lines.AddRange(liked.Select(item => $"u{user},i{item},{1 + random.Below(10)}"));
        }
        return Lines(path, lines);
    }

    // Stripes with noise; a crack is a dark line across them.
    private static string Tiles(string folder)
    {
        var shape = new ImageShape(1, 128, 128);
        for (var tile = 0; tile < 80; tile++)
        {
            var kind = tile % 5 == 4 ? "crack" : "free";
            var random = new SplitMix64(3, (ulong)tile);
            var pixels = Enumerable.Range(0, shape.Size)
                .Select(i => 0.4f + (0.1f * MathF.Sin((i % 128) * 0.3f)) + (random.Below(100) / 500f))
                .ToArray();
            for (var y = 0; kind == "crack" && y < 128; y++)
                pixels[(y * 128) + 40 + (y / 4)] = 0.05f;
            ImageTensor.SavePng(Path.Combine(folder, kind, $"{tile:00}.png"), pixels, shape);
        }
        return folder;
    }

    // Smooth discs on black.
    private static string Slices(string folder)
    {
        var shape = new ImageShape(1, 128, 128);
        for (var slice = 0; slice < 30; slice++)
        {
            var radius = 20f + slice;
            var pixels = Enumerable.Range(0, shape.Size)
                .Select(i => MathF.Max(
                    0,
                    1 - (MathF.Sqrt((((i % 128) - 64) * ((i % 128) - 64)) + (((i / 128) - 64) * ((i / 128) - 64))) / radius))).ToArray();
            ImageTensor.SavePng(Path.Combine(folder, $"{slice:00}.png"), pixels, shape);
        }
        return folder;
    }
}
