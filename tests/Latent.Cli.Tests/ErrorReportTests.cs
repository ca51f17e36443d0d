namespace Latent.Cli.Tests;

public sealed class ErrorReportTests
{
    [Fact]
    public void Failure_Defect_ShowsTheStackTraceAndReturns70()
    {
        var (code, error) = Report(Thrown(new InvalidOperationException("Sequence contains no elements.")));

        Assert.Equal(ExitCode.Defect, code);
        Assert.StartsWith(
            "Sequence contains no elements.\nThis is a bug in latent; please report it with these lines.\n"
            + "System.InvalidOperationException: ",
            error);
        Assert.Contains($" at {typeof(ErrorReportTests).FullName}.", error);
    }

    [Fact]
    public void Failure_MissingNativeLibrary_SaysHowToInstallIt()
    {
        var (code, error) = Report(new TypeInitializationException(
            "Torch",
            new DllNotFoundException("Unable to load shared library 'latent_torch'.\nlines\nof detail")));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Equal(
            "A native library cannot be loaded: Unable to load shared library 'latent_torch'.\n"
            + "Fix: run ./build.sh, which installs missing libraries.\n",
            error);
    }

    [Fact]
    public void Failure_FileSystemError_ShowsNoStackTrace()
    {
        var (code, error) = Report(Thrown(new UnauthorizedAccessException("Access to the path '/etc/shadow' is denied.")));

        Assert.Equal((ExitCode.BadInput, "Access to the path '/etc/shadow' is denied.\n"), (code, error));
    }

    [Fact]
    public void Failure_CancellationThatNotRequested_IsADefect()
        => Assert.Equal(ExitCode.Defect, Report(new OperationCanceledException()).Code);

    private static (int Code, string Error) Report(Exception exception)
    {
        using var error = new StringWriter();
        return (ErrorReport.Failure(Terminal.Plain(TextWriter.Null, error), isJson: false, exception, CancellationToken.None), error
            .ToString());
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception caught)
        {
            return caught;
        }
    }
}
