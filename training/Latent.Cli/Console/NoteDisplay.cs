namespace Latent.Cli;

/// <summary>Forwards notes that are not errors to the user.</summary>
internal sealed class NoteDisplay(Invocation call) : IProgress<string>
{
    public void Report(string value) => call.Note(value);
}
