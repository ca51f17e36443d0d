using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class special
    {
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

        public static Tensor expit(Tensor input) => input.sigmoid();

        public static Tensor logit(Tensor input) => input.logit();

        public static Tensor erf(Tensor input) => input.erf();

        public static Tensor erfc(Tensor input) => input.erfc();

        public static Tensor erfinv(Tensor input) => input.erfinv();

        public static Tensor digamma(Tensor input) => input.digamma();

        public static Tensor gammaln(Tensor input) => input.lgamma();

        public static Tensor ndtr(Tensor input) => Aten.special_ndtr.Call(input);

        public static Tensor ndtri(Tensor input) => Aten.special_ndtri.Call(input);

        public static Tensor i0e(Tensor input) => Aten.special_i0e.Call(input);

        public static Tensor i1(Tensor input) => Aten.special_i1.Call(input);

        public static Tensor entr(Tensor input) => Aten.special_entr.Call(input);
    }
}
