using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Tracks the test that xunit is running in the current execution context.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();

    internal static MethodInfo CurrentTest => Current.Value ?? throw new InvalidOperationException("Verify was called outside a test.");

    public override void Before(MethodInfo methodUnderTest) => Current.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Current.Value = null;
}
