namespace Latent.Bundles;

/// <summary>
/// The staging folder <c>TARGET.tmp-ID</c> in which a bundle is built. A lock file <c>TARGET.tmp-ID.lock</c> stays open as long
/// as its process lives, so that the next writer can distinguish a folder in use from an abandoned one.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly FileStream held;
    private readonly string retired;

    private StagingFolder(string target, string folder, FileStream held)
    {
        (Target, Folder, this.held) = (target, folder, held);
        retired = folder + StagingSweep.Retired;
    }

    public string Target { get; }

    public string Folder { get; }

    public static StagingFolder Create(string target)
    {
        RejectNonBundle(target);
        var folder = target + StagingSweep.Marker + Guid.NewGuid().ToString("N")[..12];
        FileStream? held = null;
        try
        {
            BundleFiles.Writing(target, () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                StagingSweep.Run(target);
                held = StagingSweep.Lock(folder);
                Directory.CreateDirectory(folder);
            });
            return new(target, folder, held!);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    public void MoveToTarget()
    {
        RejectNonBundle(Target);
        BundleFiles.Writing(Target, () =>
        {
            var replaces = Directory.Exists(Target);
            if (replaces)
                Directory.Move(Target, retired);
            try
            {
                Directory.Move(Folder, Target);
            }
            catch when (replaces && !Directory.Exists(Target))
            {
                Directory.Move(retired, Target);
                throw;
            }
        });
        StagingSweep.Remove(retired);
    }

    public void Dispose()
    {
        StagingSweep.Remove(Folder);
        if (Directory.Exists(Target))
            StagingSweep.Remove(retired);
        held.Dispose();
    }

    // Replacing means deleting: only an empty folder or a bundle may be replaced.
    private static void RejectNonBundle(string target)
    {
        var isFolder = Directory.Exists(target);
        var isReplaceable = isFolder
            ? !Directory.EnumerateFileSystemEntries(target).Any() || File.Exists(Path.Combine(target, BundleFileName.Manifest))
            : !File.Exists(target);
        if (isReplaceable && Path.GetDirectoryName(target) is not null)
            return;

        throw new BundleException(
            "The output folder holds something that is not a bundle; it is not replaced.", target,
            "a new folder, an empty one, or a bundle", isFolder
                ? "a folder without bundle.json"
                : "a file", "choose another output folder.");
    }
}
