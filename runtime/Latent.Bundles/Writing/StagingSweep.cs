namespace Latent.Bundles;

/// <summary>Finds and removes files that killed processes left next to a target.</summary>
internal static class StagingSweep
{
    public const string Marker = ".tmp-";
    public const string Retired = ".old";
    private const string LockEnding = ".lock";

    /// <summary>Takes a lock that lives exactly as long as the returned stream, and therefore no longer than the process.</summary>
    public static FileStream Lock(string folder) =>
        new(folder + LockEnding, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    public static void Run(string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        foreach (var path in Directory.GetFiles(parent, Path.GetFileName(target) + Marker + "*" + LockEnding))
            RunOne(target, path[..^LockEnding.Length]);
    }

    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Missing, or a harmless leftover: the bundle itself is complete, or was never started.
        }
    }

    private static void RunOne(string target, string folder)
    {
        try
        {
            using var held = Lock(folder);

            // The process was killed between the two renames: the old bundle is complete, so it gets its name back.
            if (Directory.Exists(folder + Retired) && !Directory.Exists(target))
                Directory.Move(folder + Retired, target);
            Remove(folder + Retired);
            Remove(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its process is still running, or belongs to another user.
        }
    }
}
