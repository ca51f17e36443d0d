using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Latent.Data;

/// <summary>
/// Reads the volume of a project of InVesalius (<c>.inv3</c>): a compressed tar archive whose <c>main.plist</c> names the
/// file, the shape and the type of the matrix of voxels.
/// </summary>
internal static class InvesaliusFile
{
    private const string Index = "main.plist";

    /// <summary>Reads the volume of a project.</summary>
    /// <exception cref="DataException">The file is missing, no such file, cut short, or of a kind that is not known.</exception>
    public static Volume Read(string path)
    {
        var matrix = Find(path, Index, entry => PropertyList.Read(entry, $"{path}, {Index}")).GetValueOrDefault("matrix")
            ?? throw Unknown(path, "no matrix");
        var described = PropertyList.Entries(matrix);
        var shape = (described.GetValueOrDefault("shape")?.Elements("integer") ?? []).Select(size => Whole(size, path)).ToArray();
        var type = VoxelType.Find(Text(described, "dtype", path)) ?? throw Unknown(path, $"voxels of type {Text(described, "dtype", path)}");
        if (shape.Length != 3)
            throw Unknown(path, $"a shape of {shape.Length} sizes");

        var length = (long)Volume.Count(shape, path) * type.Size;
        var name = Text(described, "filename", path);
        var body = Find(path, name, entry => PlainFile.Read(entry, path, length));
        return body.Length == length
            ? new Volume(shape[0], shape[1], shape[2], type.ReadAll(body.Span))
            : throw new DataException("The matrix of voxels is cut short.", $"{path}, {name}", $"{length} bytes", $"{body.Length}", "Fetch or copy the file again.");
    }

    private static T Find<T>(string path, string name, Func<Stream, T> read)
    {
        using var file = PlainFile.Open(path);
        try
        {
            using var archive = new TarReader(new GZipStream(file, CompressionMode.Decompress));
            while (archive.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is { } content && Path.GetFileName(entry.Name) == name)
                    return read(content);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new DataException("This is no project of InVesalius, or it is damaged.", path, "a compressed tar archive", error.Message.TrimEnd('.'), "Fetch or copy it again.", error);
        }

        throw Unknown(path, $"no file {name}");
    }

    private static string Text(IReadOnlyDictionary<string, XElement> described, string key, string path) =>
        described.GetValueOrDefault(key)?.Value ?? throw Unknown(path, $"a matrix without {key}");

    private static int Whole(XElement size, string path) =>
        int.TryParse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Unknown(path, $"the size {size.Value}");

    private static DataException Unknown(string path, string received) => new(
        "The project describes no volume that can be read.", $"{path}, {Index}",
        $"a matrix with filename, a shape of three sizes, and a dtype of {string.Join(", ", VoxelType.All.Select(type => type.Name))}", received, "Save it again with InVesalius 3.");
}
