using System.Security.Cryptography;
using System.Text.Json;

namespace Latent.Bundles;

/// <summary>File access that wraps system errors in a <see cref="BundleException"/>.</summary>
public static class BundleFiles
{
    internal static string Sha256(string path) => Reading(path, () =>
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    /// <summary>Returns the length in bytes of a file, or of the target of a link.</summary>
    internal static long SizeOf(string path) =>
        Reading(path, () => ((FileInfo?)new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(path)).Length);

    /// <summary>Rejects a link that points outside its folder; a link to another file of the same folder is allowed.</summary>
    internal static void RejectLinkOut(string folder, string path)
    {
        var target = Reading(path, () => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true));
        if (target is null || Path.GetDirectoryName(Path.GetFullPath(target.FullName)) == folder)
            return;

        throw new BundleException(
            "A file of the bundle is a link that points outside the bundle's folder.", path,
            $"a file in {folder}", $"a link to {target.FullName}", "replace the link with the file itself.");
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, for the error.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="BundleException">The operating system reports an error.</exception>
    public static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(
                "A file of the bundle cannot be read.", path, "a readable file", exception.Message,
                "check that this user may read the file and that the disk has no errors.", exception);
        }
    }

    /// <summary>Reads a JSON file in which no object has a key twice.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The document; dispose it.</returns>
    /// <exception cref="BundleException">The operating system reports an error, or a key comes twice.</exception>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public static JsonDocument ReadJson(string path)
    {
        var json = JsonDocument.Parse(Reading(path, () => File.ReadAllBytes(path)));
        try
        {
            new ManifestNode(json.RootElement, "$", path).RejectDuplicates();
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file, for the error.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="BundleException">The operating system reports an error.</exception>
    public static void Writing(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(
                "The bundle cannot be written.", path, "a folder this user may write to, with room on the disk", exception.Message,
                "choose another output folder, or free space on this disk.", exception);
        }
    }
}
