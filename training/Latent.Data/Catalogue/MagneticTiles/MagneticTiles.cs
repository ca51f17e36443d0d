using System.IO.Compression;
using Latent.Files;
using Latent.Imaging;
using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// Gray photographs of magnetic tiles (Huang et al. 2020), defect-free or with one of five kinds of defects, with defect masks.
/// Images with nearby numbers show the same tile from the same position: a split keeps them together, because the model
/// would otherwise be tested on tiles that it was trained on.
/// </summary>
internal static class MagneticTiles
{
    private const string ZipFile = "magnetic-tile-subset.zip";
    private const string Free = "free";

    // Consecutive image numbers that differ by more than this belong to different tiles.
    private const int SameTile = 200;

    // Minimum counts: a set gets whole tiles until it has as many images.
    private const int TrainCount = 160;
    private const int ValidationCount = 40;

    private static readonly ImageShape Standard = new(1, 128, 128);

    public static DataEntry Entry { get; } = new((folder, _, options) => Read(Path.Combine(folder, ZipFile), options))
    {
        Name = "magnetic-tile",
        Title = "Photographs of magnetic tiles: 300 without defects and 392 with one of five kinds and its mask, as 128 x 128; "
            + "split by tile and seed",
        License = "none stated; its authors welcome use and ask for a citation of Huang et al. 2020",
        Files = [new(ZipFile, 26809641, "350bda047e9a51bc8bb3ba20283f3e741f36c4b93bf1a02c282e217e9561982c")],
        Sources = [new MirrorSource()],
    };

    private static PublishedData Read(string path, DataOptions options)
    {
        using var zip = new ZipArchive(File.OpenRead(path));
        var photos = zip.Entries
            .Where(entry => entry.Name.EndsWith(".jpg", StringComparison.Ordinal))
            .Select(TilePhoto.Read)
            .OrderBy(photo => photo.Number)
            .ThenBy(photo => photo.Path, StringComparer.Ordinal)
            .ToArray();
        var all = DatasetOf(zip, photos, options.Shape ?? Standard);
        var (train, validation, test) = Divide(photos, options.Seed);
        return new(all.Subset(train), all.Subset(test), all.Subset(validation));
    }

    private static Dataset DatasetOf(ZipArchive zip, TilePhoto[] photos, ImageShape shape)
    {
        string[] kinds = [.. photos.Select(photo => photo.Kind).Distinct().Order(StringComparer.Ordinal)];
        var values = new float[photos.Length * shape.Size];
        var masks = new byte[photos.Length * shape.Height * shape.Width];
        foreach (var (position, photo) in photos.Index())
        {
            Load(zip, photo.Path, shape).CopyTo(values, position * shape.Size);
            var mask = Load(zip, photo.MaskPath, shape with { Channels = 1 });
            for (var pixel = 0; pixel < mask.Length; pixel++)
                masks[(position * mask.Length) + pixel] = mask[pixel] > 0.5f ? (byte)1 : (byte)0;
        }

        return new Dataset(
            Entry.Name,
            new ImageSchema(shape),
            values,
            [.. photos.Select(photo => Array.IndexOf(kinds, photo.Kind))],
            kinds,
            range: ValueRange.Unit)
        {
            Masks = masks,
            LabelGroups = kinds.Where(kind => kind != Free).ToDictionary(kind => kind, kind => (IReadOnlyList<string>)[kind]),
        };
    }

    private static (int[] Train, int[] Validation, int[] Test) Divide(TilePhoto[] photos, ulong seed)
    {
        var tiles = TilesOf(photos);
        int[][] free = [.. tiles.Where(tile => tile.All(photo => photos[photo].Kind == Free))];
        var sampled = new Queue<int[]>(SeededShuffle.Permutation(free.Length, seed).Select(position => free[position]));
        int[] train = Take(sampled, TrainCount);
        int[] validation = Take(sampled, ValidationCount);
        return (train, validation, [.. Enumerable.Range(0, photos.Length).Except(train).Except(validation)]);
    }

    private static int[] Take(Queue<int[]> tiles, int count)
    {
        var taken = new List<int>();
        while (taken.Count < count)
            taken.AddRange(tiles.Dequeue());
        return [.. taken.Order()];
    }

    private static List<int[]> TilesOf(TilePhoto[] photos)
    {
        var tiles = new List<int[]>();
        var start = 0;
        for (var i = 1; i <= photos.Length; i++)
        {
            if (i < photos.Length && photos[i].Number - photos[i - 1].Number <= SameTile)
                continue;
            tiles.Add([.. Enumerable.Range(start, i - start)]);
            start = i;
        }

        return tiles;
    }

    private static float[] Load(ZipArchive zip, string path, ImageShape shape)
    {
        using var stream = (zip.GetEntry(path) ?? throw new DataException("A file is missing.", ZipFile, path, fix: "Fetch it again."))
            .Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return ImageTensor.Load(copy, shape);
    }

    /// <summary>A photograph in the archive, such as <c>MT_Fray/Imgs/exp1_num_265.jpg</c>.</summary>
    private sealed record TilePhoto(string Path, string Kind, int Number)
    {
        public string MaskPath => System.IO.Path.ChangeExtension(Path, ".png");

        public static TilePhoto Read(ZipArchiveEntry entry)
        {
            var kind = entry.FullName["MT_".Length..entry.FullName.IndexOf('/')].ToLowerInvariant();
            var name = System.IO.Path.GetFileNameWithoutExtension(entry.Name);
            return new(
                entry.FullName,
                kind,
                int.Parse(name[(name.LastIndexOf('_') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
