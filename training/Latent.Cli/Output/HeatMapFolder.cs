using System.Globalization;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Draws where a model finds pictures strange: a PNG a picture, named as it, else by its number.</summary>
/// <param name="folder">Where to.</param>
/// <param name="model">The model, of pictures.</param>
/// <param name="maximum">The error that is drawn brightest; null takes the largest of each picture.</param>
/// <param name="inputs">The files that are read, none of which is written over.</param>
internal sealed class HeatMapFolder(string folder, Autoencoder model, float? maximum, InputFiles inputs)
{
    private const int SmallWidth = 64;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImageShape shape = RowSpec.InputOf(model).Image!;

    /// <summary>Makes sure, before any work, that the model can draw heat maps and the folder be written to.</summary>
    /// <exception cref="UsageException">It takes no pictures, or the folder cannot be written to.</exception>
    public static void Check(string folder, Autoencoder model)
    {
        if (RowSpec.InputOf(model).Image is null)
            throw new UsageException($"'{folder}' cannot hold heat maps: the rows of {model.Manifest.Name} are no pictures. Leave --heatmaps out; --out names the columns that carry the errors of tables.");
        WritableFolder.Check(folder);
    }

    /// <summary>Draws the pictures of a part.</summary>
    /// <param name="part">The pictures.</param>
    /// <param name="first">The number of the first.</param>
    public void Add(RowChunk part, long first)
    {
        var rows = part.Values.Span;
        var pixels = shape.Height * shape.Width;
        var maps = model.HeatMap(rows);
        for (var i = 0; i < rows.Length / shape.Size; i++)
        {
            var path = PathOf(part.Names?[i], first + i);
            inputs.RejectReplacement(path);
            HeatMap.Save(path, rows.Slice(i * shape.Size, shape.Size), maps.AsSpan(i * pixels, pixels), shape, shape.Width <= SmallWidth ? 4 : 2, maximum);
        }
    }

    // Pictures of different folders may be called the same.
    private string PathOf(string? name, long row)
    {
        var number = row.ToString("D4", CultureInfo.InvariantCulture);
        var plain = name is null ? number : Path.GetFileNameWithoutExtension(name);
        if (!taken.Add(plain))
            taken.Add(plain = $"{plain}-{number}");
        return Path.Combine(folder, plain + ".png");
    }
}
