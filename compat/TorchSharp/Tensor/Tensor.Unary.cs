using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.abs.Call(this);
        public Tensor abs_() => Aten.abs_.On(this);
        public Tensor absolute() => abs();
        public Tensor absolute_() => abs_();

        public Tensor ceil() => Aten.ceil.Call(this);
        public Tensor ceil_() => Aten.ceil_.On(this);

        public Tensor exp() => Aten.exp.Call(this);
        public Tensor exp_() => Aten.exp_.On(this);

        public Tensor exp2() => Aten.exp2.Call(this);
        public Tensor exp2_() => Aten.exp2_.On(this);

        public Tensor expm1() => Aten.expm1.Call(this);
        public Tensor expm1_() => Aten.expm1_.On(this);

        public Tensor floor() => Aten.floor.Call(this);
        public Tensor floor_() => Aten.floor_.On(this);

        public Tensor frac() => Aten.frac.Call(this);
        public Tensor frac_() => Aten.frac_.On(this);

        public Tensor log() => Aten.log.Call(this);
        public Tensor log_() => Aten.log_.On(this);

        public Tensor log10() => Aten.log10.Call(this);
        public Tensor log10_() => Aten.log10_.On(this);

        public Tensor log1p() => Aten.log1p.Call(this);
        public Tensor log1p_() => Aten.log1p_.On(this);

        public Tensor log2() => Aten.log2.Call(this);
        public Tensor log2_() => Aten.log2_.On(this);

        public Tensor neg() => Aten.neg.Call(this);
        public Tensor neg_() => Aten.neg_.On(this);
        public Tensor negative() => neg();

        public Tensor reciprocal() => Aten.reciprocal.Call(this);
        public Tensor reciprocal_() => Aten.reciprocal_.On(this);

        public Tensor rsqrt() => Aten.rsqrt.Call(this);
        public Tensor rsqrt_() => Aten.rsqrt_.On(this);

        public Tensor sqrt() => Aten.sqrt.Call(this);
        public Tensor sqrt_() => Aten.sqrt_.On(this);

        public Tensor sign() => Aten.sign.Call(this);
        public Tensor sign_() => Aten.sign_.On(this);

        public Tensor sgn() => Aten.sgn.Call(this);
        public Tensor sgn_() => Aten.sgn_.On(this);

        public Tensor trunc() => Aten.trunc.Call(this);
        public Tensor trunc_() => Aten.trunc_.On(this);
        public Tensor fix() => trunc();
        public Tensor fix_() => trunc_();

        public Tensor sigmoid() => Aten.sigmoid.Call(this);
        public Tensor sigmoid_() => Aten.sigmoid_.On(this);

        public Tensor erf() => Aten.erf.Call(this);
        public Tensor erf_() => Aten.erf_.On(this);

        public Tensor erfc() => Aten.erfc.Call(this);
        public Tensor erfc_() => Aten.erfc_.On(this);

        public Tensor erfinv() => Aten.erfinv.Call(this);
        public Tensor erfinv_() => Aten.erfinv_.On(this);

        public Tensor digamma() => Aten.digamma.Call(this);
        public Tensor digamma_() => Aten.digamma_.On(this);

        public Tensor lgamma() => Aten.lgamma.Call(this);
        public Tensor lgamma_() => Aten.lgamma_.On(this);

        public Tensor i0() => Aten.i0.Call(this);
        public Tensor i0_() => Aten.i0_.On(this);

        public Tensor deg2rad() => Aten.deg2rad.Call(this);
        public Tensor deg2rad_() => Aten.deg2rad_.On(this);

        public Tensor rad2deg() => Aten.rad2deg.Call(this);
        public Tensor rad2deg_() => Aten.rad2deg_.On(this);

        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);
        public Tensor bitwise_not_() => Aten.bitwise_not_.On(this);

        public Tensor logical_not() => Aten.logical_not.Call(this);
        public Tensor logical_not_() => Aten.logical_not_.On(this);

        public Tensor square() => pow(2);
        public Tensor signbit() => Aten.signbit.Call(this);
        public Tensor positive() => Aten.positive.Call(this);
        public Tensor angle() => Aten.angle.Call(this);
        public Tensor round(long decimals = 0L) => Aten.round_decimals.Call(this, decimals);
        public Tensor round_(long decimals = 0L) => Aten.round__decimals.On(this, decimals);
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);
        public Tensor logit_(double? eps = null) => Aten.logit_.On(this, eps);
        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => Aten.nan_to_num.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) => Aten.nan_to_num_.On(this, nan, posinf, neginf);
    }
}
