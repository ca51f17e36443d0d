using System.ComponentModel;
using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Remembers, for the current flow of execution, which test method xunit is running.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    public override void Before(MethodInfo info) => Running.Value = info;

    public override void After(MethodInfo info) => Running.Value = null;

    public static MethodInfo GetMethod() =>
        Running.Value ?? throw new Exception("Could not resolve the current test info. This feature uses Verify.Xunit.props to inject `[UseVerify]` on the assembly.");
}
