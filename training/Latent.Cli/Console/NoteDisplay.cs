namespace Latent.Cli;

/// <summary>Passes on what a person should know though it is no error.</summary>
internal sealed class NoteDisplay(Invocation call) : IProgress<string>
{
    public void Report(string value) => call.Note(value);
}
