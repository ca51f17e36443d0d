using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void Dispose_AtTheEnd_FreesWhatWasMadeInside()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = ones(2);
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
        }

        Assert.True(inside.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => inside.Handle);
    }

    [Fact]
    public void MoveToOuter_FromNestedScopes_LivesAsLongAsTheOuterOne()
    {
        Tensor moved;
        Tensor detached;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = (ones(2) + 1).MoveToOuterDisposeScope();
                detached = ones(2).DetachFromDisposeScope();
            }

            Assert.False(moved.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void DisposeEverythingBut_SomeTensors_KeepsThose()
    {
        using var scope = NewDisposeScope();
        var kept = ones(1);
        var dropped = ones(1);
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(dropped.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Dispose_OfATensorInAScope_TakesItOut()
    {
        using var scope = NewDisposeScope();
        ones(1).Dispose();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.Same(scope, CurrentDisposeScope);
    }
}
