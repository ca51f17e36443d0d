using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Latent.Files;

namespace Latent.Data;

/// <summary>
/// Reads the volume of an InVesalius project (<c>.inv3</c>): a compressed tar archive whose <c>main.plist</c> names the
/// file, shape and type of the voxel matrix.
/// </summary>
internal static class InvesaliusFile
{
    private const string Index = "main.plist";

    /// <summary>Reads the volume of a project.</summary>
    /// <exception cref="DataException">The file is missing, not an InVesalius project, truncated, or of an unsupported type.</exception>
    public static Volume Read(string path)
    {
        var matrix = Find(path, Index, entry => PropertyList.Read(entry, $"{path}, {Index}")).GetValueOrDefault("matrix")
            ?? throw Unknown(path, "no matrix");
        var described = PropertyList.Entries(matrix);
        var shape = (described.GetValueOrDefault("shape")?.Elements("integer") ?? []).Select(size => Integer(size, path)).ToArray();
        var type = VoxelType.Find(Text(described, "dtype", path))
            ?? throw Unknown(path, $"voxels of type {Text(described, "dtype", path)}");
        if (shape.Length != 3)
            throw Unknown(path, $"a shape of {shape.Length} sizes");

        var length = (long)Volume.Count(shape, path) * type.Size;
        var name = Text(described, "filename", path);
        var body = Find(path, name, entry => PlainFile.Read(entry, path, length));
        return body.Length == length
            ? new Volume(shape[0], shape[1], shape[2], type.ReadAll(body.Span))
            : throw new DataException(
                "The voxel matrix is truncated.", $"{path}, {name}", $"{length} bytes", $"{body.Length}", "Fetch or copy the file again.");
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
            throw new DataException(
                "This is not an InVesalius project, or it is corrupt.",
                path,
                "a compressed tar archive",
                error.Message.TrimEnd('.'),
                "Fetch or copy the file again.",
                error);
        }

        throw Unknown(path, $"no file {name}");
    }

    private static string Text(IReadOnlyDictionary<string, XElement> described, string key, string path) =>
        described.GetValueOrDefault(key)?.Value ?? throw Unknown(path, $"a matrix without {key}");

    private static int Integer(XElement size, string path) =>
        int.TryParse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unknown(path, $"the size {size.Value}");

    private static DataException Unknown(string path, string received) => new(
        "The project does not describe a readable volume.",
        $"{path}, {Index}",
        $"a matrix with a filename, a shape of three sizes, and a dtype of {string.Join(", ", VoxelType.All.Select(type => type.Name))}",
        received,
        "Save the project again with InVesalius 3.");
}
