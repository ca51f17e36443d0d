namespace Latent.Cli;

/// <summary>Checks before long work that its result can be written.</summary>
internal static class WritableFolder
{
    /// <summary>Creates the folder if it is missing, and tries to write to it.</summary>
    /// <exception cref="UsageException">The folder cannot be created or written to.</exception>
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
            throw new UsageException(
                $"The folder '{folder}' cannot be written to: {exception.Message} Choose a writable folder with enough space.");
        }
    }
}
