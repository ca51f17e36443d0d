using System.CommandLine;
using System.Text.Json;
using Latent.Bundles;
using Latent.Codecs;
using Latent.Files;
using Latent.Fitting;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Runtime;
using Latent.Training;
using Latent.Training.Binding;
using Latent.Training.Export;

namespace Latent.Cli;

/// <summary>Writes error messages to standard error and maps errors to exit codes.</summary>
internal static class ErrorReport
{
    private const string StoppedMessage = "Stopped. Nothing was written.";

    /// <summary>Reports invalid arguments.</summary>
    public static int Usage(Terminal terminal, bool isJson, ParseResult parse, IReadOnlyList<string> mistakes)
    {
        if (isJson)
            return Write(terminal, isJson, string.Join('\n', mistakes), ExitCode.BadInput);

        foreach (var mistake in mistakes)
            terminal.Err.WriteLine(mistake);
        terminal.Err.WriteLine($"See '{NameOf(parse.CommandResult.Command)} --help'.");
        return ExitCode.BadInput;
    }

    /// <summary>Reports the exception that a command threw.</summary>
    public static int Failure(Terminal terminal, bool isJson, Exception exception, CancellationToken cancellation) => exception switch
    {
        StoppedException stopped => Write(terminal, isJson, stopped.Message, ExitCode.Stopped),
        OperationCanceledException when cancellation.IsCancellationRequested => Write(terminal, isJson, StoppedMessage, ExitCode.Stopped),
        ParityException => Write(terminal, isJson, exception.Message, ExitCode.CheckFailed),
        _ when IsExpected(exception) || IsMissingLibrary(exception) => Write(terminal, isJson, MessageOf(exception), ExitCode.BadInput),
        _ => Write(terminal, isJson, MessageOf(exception), ExitCode.Defect),
    };

    /// <summary>The message to show for an exception; it includes the stack trace only for a bug in the command itself.</summary>
    public static string MessageOf(Exception exception) => exception switch
    {
        _ when IsExpected(exception) => exception.Message,
        _ when IsMissingLibrary(exception) => MissingLibraryMessage(exception),
        _ => DefectMessage(exception),
    };

    private static bool IsExpected(Exception exception) => exception
        is UsageException or BundleException or DataException or RecipeException or ModelException or ImageException
        or ExportException or ParityException or TrainingException or CheckpointException or InputException or CompressedException
        or UnsupportedOperationException or DeviceException or IOException or UnauthorizedAccessException;

    // LibTorch is installed separately from the command; without it, TorchSharp's type initializer throws.
    private static bool IsMissingLibrary(Exception exception) =>
        exception.GetBaseException() is DllNotFoundException || exception is TypeInitializationException { TypeName: "TorchSharp.torch" };

    private static string MissingLibraryMessage(Exception exception) =>
        $"A native library cannot be loaded: {exception.GetBaseException().Message.Split('\n')[0]}\n"
        + "Fix: run ./build.sh, which installs missing libraries.";

    private static string DefectMessage(Exception exception) =>
        $"{exception.Message}\nThis is a bug in latent; please report it with these lines.\n{exception}";

    private static int Write(Terminal terminal, bool isJson, string message, int code)
    {
        terminal.Err.WriteLine(isJson ? JsonSerializer.Serialize(new { error = message }, Json.Line) : message);
        return code;
    }

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}" : command.Name;
}
