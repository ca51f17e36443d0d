namespace VerifyTests;

/// <summary>The file that a run writes and the file that was accepted.</summary>
public readonly struct FilePair
{
    public FilePair(string extension, string receivedPath, string verifiedPath)
    {
        Guards.BadExtension(extension);
        Extension = extension;
        ReceivedPath = receivedPath;
        VerifiedPath = verifiedPath;
    }

    public string Extension { get; }

    public string ReceivedPath { get; }

    public string VerifiedPath { get; }

    public bool IsText => true;
}
