namespace Latent.Integration.Tests;

/// <summary>A test that needs a browser; it is skipped, with the cure as its reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null)
            Skip = "there is no chromium; install it first: apt-get install chromium";
    }
}
