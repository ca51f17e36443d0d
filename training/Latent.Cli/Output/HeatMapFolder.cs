using System.Globalization;
using Latent.Files;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Writes heat maps of a model's local errors: one PNG per image, named after its file, otherwise by its index.</summary>
/// <param name="folder">The output folder.</param>
/// <param name="model">A model of images.</param>
/// <param name="maximum">The error shown with maximum brightness; null takes the maximum of each image.</param>
/// <param name="inputs">The input files; none of them is overwritten.</param>
internal sealed class HeatMapFolder(string folder, Autoencoder model, float? maximum, InputFiles inputs)
{
    // Images up to this width are enlarged 4 times, wider ones 2 times.
    private const int SmallWidth = 64;

    private readonly HashSet<string> usedNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImageShape shape = RowSpec.InputOf(model).Image!;

    /// <summary>Checks before any work that the model produces heat maps and that the folder is writable.</summary>
    /// <exception cref="UsageException">The model does not take images, or the folder is not writable.</exception>
    public static void Check(string folder, Autoencoder model)
    {
        if (RowSpec.InputOf(model).Image is null)
        {
            throw new UsageException(
                $"'{folder}' cannot hold heat maps: the rows of {model.Manifest.Name} are not images. "
                + "Remove --heatmaps; for tables, --out lists the columns that contribute most to the score.");
        }

        WritableFolder.Check(folder);
    }

    /// <summary>Writes the heat maps of a chunk.</summary>
    /// <param name="part">The images.</param>
    /// <param name="first">The index of the first image.</param>
    public void Add(RowChunk part, long first)
    {
        var rows = part.Values.Span;
        var pixels = shape.Height * shape.Width;
        var maps = model.HeatMap(rows);
        for (var i = 0; i < rows.Length / shape.Size; i++)
        {
            var path = PathOf(part.Names?[i], first + i);
            inputs.RejectReplacement(path);
            HeatMap.Save(
                path,
                rows.Slice(i * shape.Size, shape.Size),
                maps.AsSpan(i * pixels, pixels),
                shape,
                shape.Width <= SmallWidth ? 4 : 2,
                maximum);
        }
    }

    // Images of different folders may have the same name.
    private string PathOf(string? name, long row)
    {
        var number = row.ToString("D4", CultureInfo.InvariantCulture);
        var plain = name is null ? number : Path.GetFileNameWithoutExtension(name);
        if (!usedNames.Add(plain))
            usedNames.Add(plain = $"{plain}-{number}");
        return Path.Combine(folder, plain + ".png");
    }
}
