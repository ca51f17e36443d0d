namespace Latent.Cli;

/// <summary>Finds out before long work whether its result can be written.</summary>
internal static class WritableFolder
{
    /// <summary>Makes the folder where it is missing, and tries to write in it.</summary>
    /// <exception cref="UsageException">It cannot be made or written to.</exception>
    public static void Check(string folder)
    {
        var probe = Path.Combine(folder, $".latent-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be written to: {exception.Message} Choose a folder that you may write to and that has room.");
        }
    }
}
