using System.Reflection;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares what a test produced with the text that was accepted before.</summary>
public static partial class Verifier
{
    private static DerivePathInfo derivePathInfo = PathInfo.DeriveDefault;

    /// <summary>Sets, for all tests of the assembly, where <c>.verified.</c> files lie.</summary>
    public static void DerivePathInfo(DerivePathInfo derivePathInfo)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        Verifier.derivePathInfo = derivePathInfo;
    }

    /// <summary>Keeps <c>.verified.</c> files in a folder of the test project.</summary>
    public static void UseProjectRelativeDirectory(string directory) =>
        DerivePathInfo((_, projectDirectory, type, method) =>
            new PathInfo(Path.Combine(projectDirectory, directory), type.NameWithParent(), method.Name));

    /// <summary>Keeps <c>.verified.</c> files in a folder beside the source file of the test.</summary>
    public static void UseSourceFileRelativeDirectory(string directory) =>
        DerivePathInfo((sourceFile, _, type, method) =>
            new PathInfo(Path.Combine(Path.GetDirectoryName(sourceFile)!, directory), type.NameWithParent(), method.Name));

    private static SettingsTask Start(VerifySettings? settings, string sourceFile, Func<InnerVerifier, Task<VerifyResult>> verify)
    {
        if (string.IsNullOrWhiteSpace(sourceFile))
            throw new ArgumentNullException(nameof(sourceFile), "This can be caused by using Verify<dynamic>, which is not supported by c#. Instead call use Verify<object>.");

        return new SettingsTask(settings, async current =>
        {
            try
            {
                return await verify(Build(current, sourceFile));
            }
            catch (TargetInvocationException exception) when (exception.InnerException is not null)
            {
                throw exception.InnerException;
            }
        });
    }

    private static InnerVerifier Build(VerifySettings settings, string sourceFile)
    {
        var method = UseVerifyAttribute.GetMethod();
        var type = method.ReflectedType!;
        var project = TestProject.Of(type.Assembly);
        return new InnerVerifier(settings, new TestCase(sourceFile, type, method, project, derivePathInfo(sourceFile, project.Directory, type, method)));
    }
}
