using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Remembers, for the current flow of execution, which test xunit is running.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();

    internal static MethodInfo CurrentTest => Current.Value ?? throw new InvalidOperationException("Verify was called outside a test.");

    public override void Before(MethodInfo methodUnderTest) => Current.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Current.Value = null;
}
