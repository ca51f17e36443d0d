namespace VerifyTests;

/// <summary>What a passed verification compared.</summary>
public class VerifyResult
{
    private readonly IReadOnlyList<FilePair> files;

    internal VerifyResult(IReadOnlyList<FilePair> files, object? target)
    {
        this.files = files;
        Target = target;
    }

    public object? Target { get; }

    public string Text => File.ReadAllText(TextFiles.Single());

    public IEnumerable<string> TextFiles => files.Select(file => file.VerifiedPath);

    public IEnumerable<string> Files => TextFiles;
}
